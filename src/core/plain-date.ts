import { Temporal } from 'temporal-polyfill'
import type { Branded } from './ids.ts'

/** A calendar day as `2026-11-22`: no time, no zone. Compares correctly as a string. */
export type PlainDate = Branded<'PlainDate'>
/** Today's plain date in Europe/London; tests pass their own. */
export type Today = () => PlainDate
/** The present moment (UTC); tests pass their own. */
export type Now = () => Date

export const LONDON = 'Europe/London'

/** No day of a child's or an agency's records lies outside these years; years of four digits sort as text. */
const [FIRST_YEAR, LAST_YEAR] = ['1900', '2100']
export const isPlausible = (day: string): boolean => day >= FIRST_YEAR && day.slice(0, 4) <= LAST_YEAR

/** Undefined when the text is not a real day in ISO form (31 February, 2026-13-01, 22/11/2026), or one of another century. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || !isPlausible(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate
  } catch {
    return undefined
  }
}

export const londonToday = (now: Date): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(LONDON).toPlainDate().toString() as PlainDate

/** Whole days from one day to another; negative when `until` is earlier. */
export const daysBetween = (from: PlainDate, until: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days

export const addDays = (date: PlainDate, days: number): PlainDate => Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate
/** A month later is the same day of the next month, or its last day where there is no such day. */
export const addMonths = (date: PlainDate, months: number): PlainDate => Temporal.PlainDate.from(date).add({ months }).toString() as PlainDate

/** Age in completed years on a day. */
export const yearsBetween = (born: PlainDate, on: PlainDate): number =>
  Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: 'years' }).years
