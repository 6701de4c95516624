import { lists } from './lists.ts'

/** What an ending may replace: `ies` of parties stands for `y`. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ['s', ['']],
  ['es', ['', 'e']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ied', ['y']],
  ['ing', ['', 'e']],
  ['ings', ['', 'e']],
  ['ly', ['', 'le', 'l']],
  ['ily', ['y']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['ier', ['y']],
  ['est', ['', 'e']],
  ['iest', ['y']],
  ['ness', ['']],
  ['iness', ['y']],
  ['able', ['', 'e']],
  ['less', ['']],
  ['ful', ['']],
  ['ish', ['']],
  ['y', ['', 'e']],
]
const DOUBLING = new Set(['ed', 'ing', 'er', 'est', 'ers', 'ings', 'y'])
const BEGINNINGS = ['un', 're', 'non', 'pre', 'mis', 'dis', 'inter', 'anti', 'multi']

const isStemmed = (word: string, words: ReadonlySet<string>): boolean =>
  ENDINGS.some(([ending, instead]) => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return false
    const stem = word.slice(0, -ending.length)
    if (instead.some((last) => words.has(stem + last))) return true
    return DOUBLING.has(ending) && stem.length > 3 && stem.at(-1) === stem.at(-2) && words.has(stem.slice(0, -1))
  })

const judged = new Map<string, boolean>()
const KEPT = 20_000

/** A word of English as it is written every day, in lower case; its forms too. */
export const isWord = (word: string): boolean => {
  const before = judged.get(word)
  if (before !== undefined) return before
  const answer = judge(word)
  if (judged.size >= KEPT) judged.clear()
  judged.set(word, answer)
  return answer
}

const judge = (word: string): boolean => {
  const { words } = lists()
  if (words.has(word) || isStemmed(word, words)) return true
  const beginning = BEGINNINGS.find((one) => word.startsWith(one) && word.length - one.length > 3)
  return beginning !== undefined && (words.has(word.slice(beginning.length)) || isStemmed(word.slice(beginning.length), words))
}

/** A slip away from a word; of its forms the everyday ones are tried. */
export const isOneSlipFromWord = (word: string): boolean => {
  const { words } = lists()
  const isOne = (candidate: string): boolean => words.has(candidate)
  return ['', 's', 'ed', 'ing', 'ly', 'd'].some(
    (ending) => word.endsWith(ending) && word.length - ending.length > 3 && isOneSlipFrom(word.slice(0, word.length - ending.length), isOne),
  )
}

/** Two words written as one, such as stairgate. */
export const isCompound = (word: string): boolean => {
  for (let cut = 3; cut <= word.length - 3; cut++) if (isWord(word.slice(0, cut)) && isWord(word.slice(cut))) return true
  return false
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

/** Whether one slip of the pen (a letter too many, too few, wrong, or two changed over) makes this one of those. */
export const isOneSlipFrom = (word: string, isOne: (candidate: string) => boolean): boolean => {
  for (let index = 0; index <= word.length; index++) {
    const [before, after] = [word.slice(0, index), word.slice(index)]
    if (after !== '' && isOne(before + after.slice(1))) return true
    if (after.length > 1 && isOne(before + after.charAt(1) + after.charAt(0) + after.slice(2))) return true
    for (const letter of LETTERS) if (isOne(before + letter + after) || (after !== '' && isOne(before + letter + after.slice(1)))) return true
  }
  return false
}
