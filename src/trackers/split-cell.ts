import { readPlan } from './answers.ts'
import { isDateField, type ChildField } from './column-kinds.ts'
import { clean } from './clean.ts'
import { MAX_ANSWER_CHARACTERS } from './limits.ts'
import type { Cell } from './table.ts'

const DATE =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4})\b/iu

const AROUND = /[\s\-–:,;/(]/u

/** What is left of a text without one part of it, and without the marks that joined the two. */
const rest = (text: string, part: string): string => {
  const left = clean(text.replace(part, ' ')).replace(/^[\s\-–:,;/()]+/u, '')
  let end = left.length
  while (end > 0 && AROUND.test(left.charAt(end - 1))) end -= 1
  return left.slice(0, end)
}

const cellOf = (text: string): Cell | undefined => (clean(text) === '' ? undefined : { text })

/**
 * The cell of each field of a column: the cell itself for one field, its parts for two (`FfA 12/03/2026`, `SG01 – together`). A birth
 * and a due month share theirs: read-birth-cell.ts tells which it is.
 */
export const partsOf = (whole: Cell | undefined, fields: readonly ChildField[]): readonly (Cell | undefined)[] => {
  const [first, second] = fields
  if (first === undefined || second === undefined || whole === undefined || first === 'dateOfBirth') return fields.map(() => whole)
  const cell = { ...whole, text: whole.text.slice(0, MAX_ANSWER_CHARACTERS) }
  if (isDateField(first)) {
    if (cell.fault !== undefined || cell.day !== undefined) return [cell, undefined]
    const date = DATE.exec(cell.text)?.[0]
    return date === undefined ? [undefined, cell] : [{ text: date }, cellOf(rest(cell.text, date))]
  }
  if (first === 'siblingGroup') {
    const plan = cell.text.split(/[\s\-–:,;/()]+/u).find((word) => word.length > 2 && readPlan(word) !== undefined)
    return plan === undefined ? [cell, undefined] : [cellOf(rest(cell.text, plan)), { text: plan }]
  }
  const [left = '', right = ''] = cell.text.split(/[/&;]/u)
  return [cellOf(left), cellOf(right)]
}
