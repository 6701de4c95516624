import { DAYS_IN_A_MONTH } from '../texts/filter-words.ts'
import { NUMBER, numberOf } from './typed-text.ts'

export interface WaitAsked {
  readonly minDays?: number
  readonly maxDays?: number
  readonly note?: string
  readonly rest: string
}

const UNIT = String.raw`(days?|weeks?|months?|mths?|years?|yrs?)`
const ABOVE = String.raw`(?:over|above|more than|longer than|greater than|>)`
const BELOW = String.raw`(?:under|below|less than|shorter than|fewer than|<)`

const daysIn = (count: number, unit: string): number => {
  if (unit.startsWith('d')) return count
  if (unit.startsWith('w')) return count * 7
  return Math.round(count * (unit.startsWith('m') ? DAYS_IN_A_MONTH : 12 * DAYS_IN_A_MONTH))
}

type Bounds = Pick<WaitAsked, 'minDays' | 'maxDays'>
type Reader = readonly [pattern: RegExp, bounds: (first: number, second: number) => Bounds]
/** Not an age: "2 years old" and "aged 2 years" are left to the age. */
const NOT_OLD = String.raw`(?! ?-?olds?\b| of age\b)`
const READERS: readonly Reader[] = [
  [
    new RegExp(String.raw`(?:between )?\b(${NUMBER}) ?(?:-|to|and) ?(${NUMBER}) ${UNIT}${NOT_OLD}(?! (?:or|and) (?:over|under|more|less))`, 'u'),
    (first, second) => ({ minDays: Math.min(first, second), maxDays: Math.max(first, second) }),
  ],
  [new RegExp(String.raw`(?:at least|minimum|min) (${NUMBER})() ?${UNIT}${NOT_OLD}`, 'u'), (first) => ({ minDays: first })],
  [new RegExp(String.raw`(?:at most|up to|maximum|max|no more than|within) (${NUMBER})() ?${UNIT}${NOT_OLD}`, 'u'), (first) => ({ maxDays: first })],
  [new RegExp(String.raw`(?<!aged? )${ABOVE} ?(${NUMBER})() ?${UNIT}${NOT_OLD}`, 'u'), (first) => ({ minDays: first + 1 })],
  [new RegExp(String.raw`(?<!aged? )${BELOW} ?(${NUMBER})() ?${UNIT}${NOT_OLD}`, 'u'), (first) => ({ maxDays: Math.max(0, first - 1) })],
  [new RegExp(String.raw`\b(${NUMBER})() ?${UNIT}${NOT_OLD} (?:or|and) (?:over|more|longer)`, 'u'), (first) => ({ minDays: first })],
  [new RegExp(String.raw`\b(${NUMBER})() ?${UNIT}${NOT_OLD} (?:or|and) (?:under|less|fewer)`, 'u'), (first) => ({ maxDays: first })],
  [new RegExp(String.raw`(?<!aged? )\b(${NUMBER})()\+? ?${UNIT}\+?${NOT_OLD}`, 'u'), (first) => ({ minDays: first })],
]

/** The list's own limit: nobody waits longer. */
const LONGEST = 10_000

/** Reads how long children have waited, in days; a month is the average month. */
export const takeWait = (text: string): WaitAsked => {
  for (const [pattern, bounds] of READERS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const unit = found[3] ?? ''
    const { minDays, maxDays } = bounds(daysIn(numberOf(found[1] ?? ''), unit), daysIn(numberOf(found[2] === '' ? '0' : (found[2] ?? '0')), unit))
    return {
      ...(minDays === undefined ? {} : { minDays: Math.min(minDays, LONGEST) }),
      ...(maxDays === undefined ? {} : { maxDays: Math.min(maxDays, LONGEST) }),
      ...(unit.startsWith('y') ? { note: `I read "${found[0].trim()}" as time waiting. For an age, say for example *aged over 2*.` } : {}),
      rest: text.replace(pattern, ' '),
    }
  }
  return { rest: text }
}
