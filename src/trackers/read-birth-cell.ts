import type { PlainDate } from '../core/plain-date.ts'
import { clean, compared } from './clean.ts'
import { MAX_ANSWER_CHARACTERS } from './limits.ts'
import { EARLIEST, monthNamed, readDateCell, readDateText, type DateCode } from './read-date-cell.ts'
import type { Cell } from './table.ts'

/** A child that is born has a day, one that is not yet has the month in which it is due (`2027-03`); both null when nothing is said. */
export interface BirthRead {
  readonly born: PlainDate | null
  readonly due: string | null
  readonly code?: DateCode
}

const NOT_BORN = /\b(?:unborn|u\/b|edd|due|expected|expecting|exp|pregnan\w*|est|estimated)\b/u

const month = (year: string, number: number): string | null => {
  if (number < 1 || number > 12) return null
  return `${year.length === 2 ? `20${year}` : year}-${number.toString().padStart(2, '0')}`
}

/** The month of a text: `03/2027`, `March 2027`, `Mar-27`, or of a whole date in it. */
const monthIn = (text: string): { readonly due: string | null; readonly twoDigits: boolean } => {
  const whole = /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} (?:\d{4}|\d{2})\b/u.exec(text)
  if (whole) {
    const { date, code } = readDateText(whole[0])
    return { due: date?.slice(0, 7) ?? null, twoDigits: code === 'two-digit-year' }
  }
  const figures = /\b(\d{1,2})[/.-](\d{4}|\d{2})\b/u.exec(text)
  if (figures) return { due: month(figures[2] ?? '', Number(figures[1])), twoDigits: figures[2]?.length === 2 }
  const yearFirst = /\b(20\d{2})[/.-](\d{1,2})\b/u.exec(text)
  if (yearFirst) return { due: month(yearFirst[1] ?? '', Number(yearFirst[2])), twoDigits: false }
  for (const words of text.matchAll(/\b([a-z]{3,9})[ .,'/-]*(\d{4}|\d{2})\b/gu)) {
    const number = monthNamed(words[1] ?? '')
    if (number !== undefined) return { due: month(words[2] ?? '', number), twoDigits: words[2]?.length === 2 }
  }
  return { due: null, twoDigits: false }
}

/** A cell for the month in which an unborn child is due. A whole date says its month. */
export const readDueCell = (cell: Cell | undefined): BirthRead => {
  const { date, code } = readDateCell(cell)
  if (date !== null) return { born: null, due: date.slice(0, 7), ...(code === undefined ? {} : { code }) }
  if (cell === undefined || cell.fault !== undefined || clean(cell.text) === '') return { born: null, due: null, ...(code === undefined ? {} : { code }) }
  const { due, twoDigits } = monthIn(compared(cell.text.slice(0, MAX_ANSWER_CHARACTERS)))
  if (due !== null && (due < EARLIEST || due > '2100')) return { born: null, due: null, code: 'impossible-date' }
  if (due !== null) return { born: null, due, ...(twoDigits ? { code: 'two-digit-year' } : {}) }
  return { born: null, due: null, code: code ?? 'no-date' }
}

/**
 * A cell for the date of birth, in which many trackers write the due month of an unborn child, too (`Unborn - due 08/2026`).
 * Where the heading names both, a day ahead of today is the day the child is due.
 */
export const readBirthCell = (cell: Cell | undefined, namesBoth: boolean, today: PlainDate): BirthRead => {
  const { date, code } = readDateCell(cell)
  if (date !== null) {
    if (namesBoth && date > today) return readDueCell(cell)
    return { born: date, due: null, ...(code === undefined ? {} : { code }) }
  }
  const said = compared((cell?.text ?? '').slice(0, MAX_ANSWER_CHARACTERS))
  if (NOT_BORN.test(said) || (code === 'no-date' && namesBoth && monthIn(said).due !== null)) return readDueCell(cell)
  return { born: null, due: null, ...(code === undefined ? {} : { code }) }
}
