import { parsePlainDate, type PlainDate } from '../core/plain-date.ts'
import type { FindingCode } from './finding.ts'

/** A date cell: its day (null when blank or unreadable), and what is to be said about it. */
export interface DateRead {
  readonly date: PlainDate | null
  readonly code?: Extract<FindingCode, 'impossible-date' | 'month-first' | 'no-date' | 'two-digit-year'>
}

const two = (digits: string): string => digits.padStart(2, '0')

/**
 * Day/month/year always: never swapped silently. `03/25/2026` is an error and not the 25th of March. A year of two digits is read
 * as 20yy with a warning; words where a date should be are a warning, and the cell is left blank.
 */
export const readDateCell = (cell: string): DateRead => {
  if (cell === '') return { date: null }
  const iso = parsePlainDate(cell)
  if (iso) return { date: iso }
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u.exec(cell)
  if (!parts) return /^\d{4}-\d{1,2}-\d{1,2}$/u.test(cell) ? { date: null, code: 'impossible-date' } : { date: null, code: 'no-date' }
  const [day = '', month = '', year = ''] = parts.slice(1)
  const date = parsePlainDate(`${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`)
  if (date) return year.length === 2 ? { date, code: 'two-digit-year' } : { date }
  return { date: null, code: Number(month) > 12 && Number(day) <= 12 ? 'month-first' : 'impossible-date' }
}
