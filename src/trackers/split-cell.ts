import { readPlan } from './answers.ts'
import { isDateField, type ChildField } from './column-kinds.ts'
import { clean } from './clean.ts'
import type { Cell } from './table.ts'

const DATE =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2,4})\b/iu

const rest = (text: string, part: string): string =>
  clean(text.replace(part, ' '))
    .replaceAll(/^[\s\-–:,;/()]+|[\s\-–:,;/(]+$/gu, '')
    .trim()

const cellOf = (text: string): Cell | undefined => (clean(text) === '' ? undefined : { text })

/**
 * The cell of each field of a column: the cell itself for one field, its parts for two (`FfA 12/03/2026`, `SG01 – together`). A birth
 * and a due month share theirs: read-birth-cell.ts tells which it is.
 */
export const partsOf = (cell: Cell | undefined, fields: readonly ChildField[]): readonly (Cell | undefined)[] => {
  const [first, second] = fields
  if (first === undefined || second === undefined || cell === undefined || first === 'dateOfBirth') return fields.map(() => cell)
  if (isDateField(first)) {
    if (cell.fault !== undefined || cell.day !== undefined) return [cell, undefined]
    const date = DATE.exec(cell.text)?.[0]
    return date === undefined ? [undefined, cell] : [{ text: date }, cellOf(rest(cell.text, date))]
  }
  if (first === 'siblingGroup') {
    const plan = cell.text.split(/[\s\-–:,;/()]+/u).find((word) => word.length > 2 && readPlan(word) !== undefined)
    return plan === undefined ? [cell, undefined] : [cellOf(rest(cell.text, plan)), { text: plan }]
  }
  const [left = '', right = ''] = cell.text.split(/\s*[/&;]\s*/u)
  return [cellOf(left), cellOf(right)]
}
