import { compared } from '../../trackers/clean.ts'
import { isEthnicityCode, type EthnicityCode } from '../ethnicity.ts'

/** Short forms that trackers use for the main groups. */
const SHORT: Readonly<Record<string, string>> = {
  w: 'white',
  b: 'black',
  a: 'asian',
  carib: 'caribbean',
  afro: 'african',
  trav: 'traveller',
  brit: 'british',
  eng: 'english',
}

const wordsOf = (text: string): ReadonlySet<string> => {
  const words = text.split(/[^a-z]+/u).filter((word) => word !== '')
  return new Set(words.length > 1 ? words.map((word) => (Object.hasOwn(SHORT, word) ? (SHORT[word] ?? word) : word)) : words)
}

type Rule = readonly [EthnicityCode, (has: (...words: readonly string[]) => boolean) => boolean]

const isOther = (has: (...words: readonly string[]) => boolean): boolean => has('other')
/** The first that fits. Gypsy and Roma are one group with Traveller of Irish heritage, as in the census of 2011. */
const RULES: readonly Rule[] = [
  ['REFU', (has) => has('refused', 'declined')],
  ['NOBT', (has) => has('obtained', 'stated', 'recorded') || (has('not', 'un') && has('known'))],
  ['WIRT', (has) => has('gypsy', 'roma', 'traveller', 'gypsies', 'romany')],
  ['MWBC', (has) => has('mixed', 'white', 'dual', 'multiple') && has('caribbean') && !(isOther(has) && !has('white'))],
  ['MWBA', (has) => has('mixed', 'white', 'dual', 'multiple') && has('african') && !(isOther(has) && !has('white'))],
  ['MWAS', (has) => has('mixed', 'white', 'dual', 'multiple') && has('asian') && !isOther(has)],
  ['MOTH', (has) => has('mixed', 'dual', 'multiple') || (has('white') && has('black', 'asian'))],
  ['ARAB', (has) => has('arab', 'arabic', 'arabian')],
  ['CHNE', (has) => has('chinese')],
  ['BCRB', (has) => (has('caribbean') && !isOther(has)) || (has('west') && has('indian'))],
  ['AIND', (has) => has('indian')],
  ['APKN', (has) => has('pakistani', 'pakistan', 'kashmiri')],
  ['ABAN', (has) => has('bangladeshi', 'bangladesh', 'bengali')],
  ['BAFR', (has) => has('african', 'somali', 'nigerian', 'ghanaian', 'eritrean') && !isOther(has)],
  ['BOTH', (has) => has('black')],
  ['AOTH', (has) => has('asian')],
  ['WIRI', (has) => has('irish') && !has('northern') && !has('british', 'english', 'welsh', 'scottish')],
  ['WBRI', (has) => has('white') && has('british', 'english', 'welsh', 'scottish', 'northern', 'uk')],
  [
    'WOTH',
    (has) =>
      has('white') && (isOther(has) || has('european', 'background', 'polish', 'romanian', 'lithuanian', 'latvian', 'portuguese', 'italian', 'eastern', 'non')),
  ],
  ['OOTH', isOther],
]

/**
 * An ethnicity as a tracker spells it, as its group of the national return: by code (`a) WBRI`) or by words (`White - British`,
 * `Mixed W&B Caribbean`). Undefined for what names no group.
 */
export const readEthnicity = (cell: string): EthnicityCode | undefined => {
  const said = compared(cell).replace(/^[a-z]{1,2}\)\s*/u, '')
  const code = said.slice(0, 4).toUpperCase()
  if (isEthnicityCode(code) && !/^[a-z]/u.test(said.slice(4))) return code
  if (said === 'unknown') return 'NOBT'
  // `Black/African/Caribbean/Black British: African` says its group before the colon and itself behind it
  const [head = '', ...tail] = said.split(':')
  const words = wordsOf(tail.length === 0 ? said : `${/^[a-z]+/u.exec(head.trim())?.[0] ?? ''} ${tail.join(' ')}`)
  const has = (...some: readonly string[]): boolean => some.some((word) => words.has(word))
  return RULES.find(([, fits]) => fits(has))?.[0]
}
