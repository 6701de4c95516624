import type { Finding, Hit } from './findings.ts'
import type { KnownKind } from './known-kinds.ts'
import { KIN, DOES } from './name-contexts.ts'
import type { Rule } from './reading.ts'
import { isWord } from './vocabulary.ts'

const KIND: Readonly<Record<KnownKind, Finding['kind']>> = { name: 'person-name', place: 'place', school: 'school-or-nursery' }
/** Nothing tells that the register knows the word: who tries names one by one must not learn which is the child's. */
const SAYS: Readonly<Record<KnownKind, string>> = {
  name: 'This is a name. Write the relationship or the role instead.',
  place: 'This is a place. Name nothing smaller than a region.',
  school: 'This is a school or nursery. Write “the school” or “the nursery”.',
}

/** What the register knows of this child. A name that is a word as well (will, may, hope) is one only where it is written as a name. */
export const findKnownWords: Rule = ({ words, known }) => {
  const asked = new Map<string, KnownKind | undefined>()
  const ask = (phrase: string): KnownKind | undefined => {
    if (!asked.has(phrase)) asked.set(phrase, known(phrase))
    return asked.get(phrase)
  }
  return words.flatMap((word, index): Hit[] => {
    for (const length of [3, 2, 1]) {
      const parts = words.slice(index, index + length)
      const last = parts.at(-1)
      if (parts.length < length || !last) continue
      const phrase = parts.map((part) => part.lower).join(' ')
      const kind = ask(phrase) ?? (length > 1 && last.genitive ? ask(`${phrase}s`) : undefined)
      if (kind === undefined) continue
      const previous = words[index - 1]
      const next = words[index + 1]
      const named =
        length > 1 ||
        !isWord(word.lower) ||
        (word.capital && !word.first) ||
        (word.capital && next !== undefined && next.gap === ' ' && DOES.has(next.lower)) ||
        (previous !== undefined && word.gap === ' ' && KIN.has(previous.lower) && (next === undefined || next.gap !== ' ' || DOES.has(next.lower)))
      if (named) return [{ start: word.start, end: last.end, kind: KIND[kind], mark: 'stop', says: SAYS[kind] }]
      return word.capital && word.genitive ? [{ start: word.start, end: word.end, kind: KIND[kind], mark: 'confirm', says: SAYS[kind] }] : []
    }
    return []
  })
}
