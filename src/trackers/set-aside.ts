import { isPlaceholder } from './answers.ts'
import type { ChildField } from './column-kinds.ts'
import { clean, compared } from './clean.ts'
import type { Heading } from './find-heading.ts'
import type { Column } from './match-columns.ts'
import type { TableRow } from './table.ts'

/** Fields that say nothing of a child by themselves: rows prepared for later, remarks. */
const BESIDE: readonly ChildField[] = ['agency', 'notes', 'familyFinder', 'socialWorker']

export interface SetAside {
  readonly row: number
  readonly reason: string
}

const textAt = ({ cells }: TableRow, at: number): string => clean(cells[at]?.text ?? '')
const filled = ({ cells }: TableRow): readonly number[] =>
  cells.flatMap((cell, at) => (cell !== undefined && (cell.fault !== undefined || clean(cell.text) !== '') ? [at] : []))

/** A reference has a figure and no sentence in it: `LC/21875`. */
const looksLikeReference = (text: string): boolean => /\d/u.test(text) && text.length <= 40 && text.split(' ').length <= 3

const isTotal = (row: TableRow): boolean =>
  filled(row)
    .slice(0, 3)
    .some((at) => /^(?:(?:grand |sub-?)?totals?|sum|count|average|mean)\b(?!.*\d{4,})/u.test(compared(textAt(row, at))))

/** A row below the heading that is no child: why. Undefined for a child's row, however faulty. */
const whyNoChild = (row: TableRow, isLastChildAbove: boolean, heading: Heading, columns: readonly Column[]): string | undefined => {
  const at = filled(row)
  if (
    at.filter((column) => compared(textAt(row, column)) === compared(heading.cells[column]?.name ?? '') && textAt(row, column) !== '').length >=
    Math.max(2, at.length * 0.6)
  )
    return 'the heading again'
  const fieldsAt = (column: number): readonly ChildField[] => columns.find((one) => one.at === column)?.fields ?? []
  const reference = columns.find(({ fields }) => fields.includes('localRef'))?.at ?? -1
  const said = textAt(row, reference)
  const hasReference = said !== '' && !isPlaceholder(said)
  const facts = at.filter((column) => column !== reference && fieldsAt(column).some((field) => !BESIDE.includes(field)))
  if (isTotal(row) && !(hasReference && facts.length > 2)) return 'totals row at the foot'
  if (hasReference && (facts.length > 0 || looksLikeReference(said)) && !(at.length === 1 && !looksLikeReference(said))) {
    // a heading in the reference's column, with a word or a count beside it
    if (looksLikeReference(said) || facts.length > 1) return undefined
    return 'heading inside the table'
  }
  if (hasReference) return isLastChildAbove ? 'footnote under the table' : 'heading inside the table'
  if (facts.length > 0) {
    if (facts.length > 1 || at.length > 2) return undefined
    return isLastChildAbove ? 'footnote under the table' : 'heading inside the table'
  }
  const texts = at.filter((column) => !/^\d*$/u.test(textAt(row, column)) && !fieldsAt(column).includes('agency'))
  if (texts.length === 0) return 'prepared for a child who is not written in yet'
  if (isLastChildAbove) return 'footnote under the table'
  return texts.every((column) => fieldsAt(column).includes('notes')) ? 'only a note, no child: belongs to the row above' : 'heading inside the table'
}

/** Rows below the heading that hold no child: notes, headings within the table, totals, footnotes. Merged cells must not be filled yet. */
export const setAside = (rows: readonly TableRow[], heading: Heading, columns: readonly Column[]): readonly SetAside[] => {
  const aside: SetAside[] = []
  let isLastChildAbove = true
  for (const row of [...rows].reverse()) {
    const reason = whyNoChild(row, isLastChildAbove, heading, columns)
    if (reason === undefined) isLastChildAbove = false
    else aside.push({ row: row.row, reason })
  }
  return aside.reverse()
}
