import type { Hit } from './findings.ts'
import { lists } from './lists.ts'
import { spansOf, type Rule } from './reading.ts'
import { isWord } from './vocabulary.ts'

/** C o r b y, C.o.r.b.y, C-o-r-b-y: four letters or more, each by itself. */
const SPACED = /(?<![\w])[a-z](?:[ .*_|/-]{1,2}[a-z]){2,40}(?!\w)/giu
const SPACED_DIGITS = /(?<![\w,.])\d(?:[ .*_|-]{1,2}\d){6,20}(?!\w)/gu
/** C0rby, D4vid: digits and signs for letters. */
const LEET = /(?<![\w@/.-])(?=[a-z0-9@$!|€]{0,20}[a-z])(?=[a-z0-9@$!|€]{0,20}[0-9@$!|€])[a-z0-9@$!|€]{4,20}(?![\w@/-])/giu
const READ_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
}

const isName = (word: string): boolean => {
  const { givenNames, surnames, places, wordNames } = lists()
  return givenNames.has(word) || surnames.has(word) || wordNames.has(word) || (places.has(word) && !isWord(word))
}

export const findDisguises: Rule = ({ text, page, known }) => {
  const spaced = spansOf(text, SPACED).flatMap(({ start, end, match }): Hit[] => {
    const word = match[0].replaceAll(/[^a-z]/giu, '').toLowerCase()
    const says = 'Letters with gaps between them hide a word. Write the word, if it may stand.'
    if ('abcdefghijklmnopqrstuvwxyz'.includes(word)) return []
    const kind = lists().places.has(word) ? 'place' : 'person-name'
    return word.length > 3 || isName(word) || known(word) !== undefined
      ? [{ start, end, kind, mark: isWord(word) && !isName(word) ? 'confirm' : 'stop', says }]
      : []
  })
  const digits = spansOf(text, SPACED_DIGITS).flatMap(({ start, end, match }): Hit[] => {
    const number = match[0].replaceAll(/\D/gu, '')
    return /^(?:0[1-9]|44)/u.test(number) && number.length > 9
      ? [{ start, end, kind: 'phone', mark: 'stop' }]
      : number.length > 8
        ? [{ start, end, kind: 'phone', mark: 'confirm' }]
        : []
  })
  const leet = spansOf(text, LEET).flatMap(({ start, match }): Hit[] => {
    const said = match[0].toLowerCase().replace(/[!|]+$/u, '')
    if (said.replaceAll(/[^a-z]/gu, '').length < 3 || /^\d+(?:st|nd|rd|th|am|pm|kg|mths?|yrs?|hrs?|mins?|weeks?|years?|months?|days?)$/u.test(said)) return []
    const word = [...said].map((one) => READ_AS[one] ?? one).join('')
    const other = word.replaceAll('i', 'l')
    const found = [word, other].find((one) => isName(one) || known(one) !== undefined)
    return found === undefined ? [] : [{ start, end: start + said.length, kind: lists().places.has(found) ? 'place' : 'person-name', mark: 'stop' }]
  })
  const foreign = page.foreign.flatMap(({ start, end, mixed }): Hit[] => {
    const says = mixed
      ? 'Letters of another alphabet stand in this word, so that it is not what it looks like. Write it in plain letters.'
      : 'This is written in another alphabet, which the app cannot check. Say it in English, without names.'
    return end - start > 1 || mixed ? [{ start, end, kind: 'person-name', mark: 'stop', says }] : []
  })
  return [...spaced, ...digits, ...leet, ...foreign]
}
