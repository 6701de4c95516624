import { parsePlainDate, type PlainDate } from './plain-date.ts'
import { invalid, ok, type Result } from './result.ts'

/** A day as a command carries it; invalid at its field when it is no real one. */
export const readDay = (field: string, text: string): Result<PlainDate> => {
  const day = parsePlainDate(text)
  return day === undefined ? invalid(field, 'Write the date as 2026-11-22.') : ok(day)
}
