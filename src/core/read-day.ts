import { isPlausible, parsePlainDate, type PlainDate } from './plain-date.ts'
import { invalid, ok, type Result } from './result.ts'

/** A day as a command carries it; invalid at its field when it is no real one. */
export const readDay = (field: string, text: string): Result<PlainDate> => {
  const day = parsePlainDate(text)
  if (day !== undefined) return ok(day)
  const isOtherCentury = /^\d{4}-\d{2}-\d{2}$/u.test(text) && !isPlausible(text)
  return invalid(field, isOtherCentury ? 'The year must lie between 1900 and 2100.' : 'Write the date as 2026-11-22.')
}
