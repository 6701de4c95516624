import { AGE_BANDS, type AgeBand } from '../../src/children/child-views.ts'
import { yearsOf } from '../texts/filter-words.ts'
import { NUMBER, numberOf } from './typed-text.ts'

export interface AgeAsked {
  readonly ageBands: readonly AgeBand[]
  /** where bands are coarser than what was asked: what is shown instead */
  readonly note?: string
  readonly rest: string
}

/** Completed years, both ends included. */
interface Years {
  readonly from: number
  readonly to: number
}

const OLD = String.raw`(?: ?-?(?:years?|yrs?))?(?: ?-?olds?| of age)?`
const BELOW = String.raw`(?:under|below|younger than|less than)`
const ABOVE = String.raw`(?:over|above|older than|more than)`

type Reader = readonly [pattern: RegExp, years: (first: number, second: number) => Years]
/** Most particular first. "Under 5" is an age; time waiting always has its unit. */
const READERS: readonly Reader[] = [
  [
    new RegExp(String.raw`\b(?:aged? )?(?:between )?(${NUMBER}) ?(?:-|to|and) ?(${NUMBER})${OLD}(?! ?(?:days?|weeks?|months?))\b`, 'u'),
    (first, second) => ({ from: Math.min(first, second), to: Math.max(first, second) }),
  ],
  [new RegExp(String.raw`\b(?:aged? )?(${NUMBER})${OLD} (?:or|and) (?:under|younger|below)\b`, 'u'), (first) => ({ from: 0, to: first })],
  [new RegExp(String.raw`\b(?:aged? )?(${NUMBER})${OLD} (?:or|and) (?:over|older|above)\b`, 'u'), (first) => ({ from: first, to: 17 })],
  [
    new RegExp(String.raw`\b(?:aged? )?${BELOW} (?:the age of )?(${NUMBER})${OLD}(?! ?(?:days?|weeks?|months?))\b`, 'u'),
    (first) => ({ from: 0, to: first - 1 }),
  ],
  [new RegExp(String.raw`\b(?:aged? )?${ABOVE} (?:the age of )?(${NUMBER})${OLD}(?! ?(?:days?|weeks?|months?))\b`, 'u'), (first) => ({ from: first, to: 17 })],
  [new RegExp(String.raw`\baged? (${NUMBER})${OLD}\b`, 'u'), (first) => ({ from: first, to: first })],
  [new RegExp(String.raw`\b(${NUMBER})(?: ?-?(?:years?|yrs?))? ?-?olds?\b`, 'u'), (first) => ({ from: first, to: first })],
  [/\b(?:bab(?:y|ies)|infants?)\b/u, () => ({ from: 0, to: 0 })],
]

const yearsWords = ({ from, to }: Years): string => {
  if (from === 0) return `under ${to + 1}`
  return to >= 17 ? `${from} and over` : from === to ? String(from) : `${from} to ${to}`
}

/** Reads an age. Bands that overlap what was asked are all taken, so nobody who fits is left out. */
export const takeAge = (text: string): AgeAsked => {
  for (const [pattern, years] of READERS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const asked = years(numberOf(found[1] ?? ''), numberOf(found[2] ?? ''))
    const ageBands = AGE_BANDS.filter((band) => yearsOf(band).to >= asked.from && yearsOf(band).from <= asked.to)
    const [first] = ageBands
    const last = ageBands.at(-1)
    if (first === undefined || last === undefined) continue
    const shown: Years = { from: yearsOf(first).from, to: yearsOf(last).to }
    const isExact = shown.from === asked.from && shown.to === Math.min(asked.to, 17)
    return {
      ageBands,
      ...(isExact ? {} : { note: `Ages are kept in bands, so for ${yearsWords(asked)} this shows ${yearsWords(shown)}.` }),
      rest: text.replace(pattern, ' '),
    }
  }
  return { ageBands: [], rest: text }
}
