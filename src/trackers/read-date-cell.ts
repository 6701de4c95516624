import { parsePlainDate, type PlainDate } from '../core/plain-date.ts'
import { clean, compared } from './clean.ts'
import type { FindingCode } from './finding-kinds.ts'
import { MAX_ANSWER_CHARACTERS } from './limits.ts'
import type { Cell } from './table.ts'

export type DateCode = Extract<FindingCode, 'impossible-date' | 'month-first' | 'no-date' | 'two-digit-year' | 'cell-error' | 'no-value'>

/** A date cell: its day (null when blank or unreadable), and what is to be said about it. */
export interface DateRead {
  readonly date: PlainDate | null
  readonly code?: DateCode
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
/** The number of a month by its name or the beginning of it, three letters at least; undefined for other words. */
export const monthNamed = (word: string): number | undefined => {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word) || (month === 'september' && word === 'sept'))
  return at < 0 ? undefined : at + 1
}

const NOTHING: DateRead = { date: null }
const two = (digits: number): string => digits.toString().padStart(2, '0')

/** A register of children: nothing in it happened before 1990, when the youngest who is grown up today was not born for years. */
export const EARLIEST = '1990-01-01'
/** A number of a workbook below this is a year or a count that somebody wrote, and no day. */
const LEAST_SERIAL = 3000

const dated = (day: number, month: number, yearDigits: string): DateRead => {
  const year = yearDigits.length === 2 ? `20${yearDigits}` : yearDigits.padStart(4, '0')
  const date = parsePlainDate(`${year}-${two(month)}-${two(day)}`)
  if (date === undefined || date < EARLIEST)
    return { date: null, code: month > 12 && month <= 31 && day <= 12 && yearDigits.length !== 3 ? 'month-first' : 'impossible-date' }
  return yearDigits.length === 2 ? { date, code: 'two-digit-year' } : { date }
}

/** What is round a date and says nothing more: the day of the week before it, the time after it. */
const bare = (text: string): string =>
  compared(text)
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? +/u, '')
    .replace(/(?:t| +|, *)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?z?$/u, '')

/** 31 December 2100, and the last day that Excel knows. */
const [LAST_OF_2100, LAST_SERIAL] = [73_415, 2_958_465]

/**
 * Days since 31 December 1899, as a text file keeps what Excel showed without a date format: years 1990 to 2064. What would be a day
 * some years before that, or in another century, is said to be impossible; any other number is no date.
 */
const serialInText = (text: string): DateRead => {
  const days = Number(text)
  if (days < 29_221 || (days > 60_000 && days <= LAST_OF_2100) || days > LAST_SERIAL) return { date: null, code: 'no-date' }
  const date = parsePlainDate(new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10))
  return date !== undefined && date >= EARLIEST ? { date } : { date: null, code: 'impossible-date' }
}

const DAY_FIRST = /^(\d{1,2})[/.\\ -] ?(\d{1,2})[/.\\ -] ?(\d{1,6})$/u
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u
const MONTH_IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[ /.,-]*(?:of )?([a-z]{3,9})[ /.,'-]*(\d{4}|\d{2})$/u
const MONTH_IN_WORDS_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u
const IN_ONE = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u

/**
 * Day/month/year always: never swapped silently. `03/25/2026` is an error and not the 25th of March. A year of two digits is read
 * as 20yy with a warning; words where a date should be are a warning, and the cell is left blank.
 */
export const readDateText = (text: string): DateRead => {
  if (text.length > MAX_ANSWER_CHARACTERS) return clean(text) === '' ? NOTHING : { date: null, code: 'no-date' }
  const said = bare(text)
  if (said === '') return NOTHING
  const dayFirst = DAY_FIRST.exec(said)
  if (dayFirst) return dated(Number(dayFirst[1]), Number(dayFirst[2]), dayFirst[3] ?? '')
  const yearFirst = YEAR_FIRST.exec(said) ?? IN_ONE.exec(said)
  if (yearFirst) {
    const read = dated(Number(yearFirst[3]), Number(yearFirst[2]), yearFirst[1] ?? '')
    return read.date === null ? { date: null, code: 'impossible-date' } : read
  }
  const words = MONTH_IN_WORDS.exec(said)
  const month = monthNamed(words?.[2] ?? '')
  if (words && month !== undefined) return dated(Number(words[1]), month, words[3] ?? '')
  const wordsFirst = MONTH_IN_WORDS_FIRST.exec(said)
  const monthFirst = monthNamed(wordsFirst?.[1] ?? '')
  if (wordsFirst && monthFirst !== undefined) return dated(Number(wordsFirst[2]), monthFirst, wordsFirst[3] ?? '')
  return /^\d{5,7}$/u.test(said) ? serialInText(said) : { date: null, code: 'no-date' }
}

/** As readDateText; a number of a workbook is the day that it stands for, in the calendar of that workbook. */
export const readDateCell = (cell: Cell | undefined): DateRead => {
  if (cell === undefined) return NOTHING
  if (cell.fault !== undefined) return { date: null, code: cell.fault }
  if (cell.day !== undefined) {
    if (cell.day >= EARLIEST) return { date: cell.day }
    return { date: null, code: Number(cell.text) < LEAST_SERIAL ? 'no-date' : 'impossible-date' }
  }
  return clean(cell.text) === '' ? NOTHING : readDateText(cell.text)
}
