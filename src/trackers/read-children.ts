import type { PlainDate } from '../core/plain-date.ts'
import { readCode, readReason, readSex, readYesNo, type ReasonAnswer } from './answers.ts'
import { DATE_FIELDS, fieldOf, type ChildField, type DateField } from './children-columns.ts'
import { clean } from './clean.ts'
import type { Finding, FindingCode } from './finding.ts'
import { readDateCell } from './read-date-cell.ts'
import { columnLetter, UnreadableFile, type Table, type TableRow } from './table.ts'

/** One child as the file says it; an unreadable cell is null and has a finding. */
export interface ChildRow {
  readonly row: number
  /** cleaned; '' where it is missing */
  readonly localRef: string
  readonly sex: 'female' | 'male' | null
  /** in capitals, not yet looked up */
  readonly ethnicity: string | null
  readonly disability: boolean | null
  readonly dates: Readonly<Record<DateField, PlainDate | null>>
  readonly planEndedReason: ReasonAnswer | null
  readonly findings: readonly Finding[]
}

export interface ChildrenRead {
  readonly rows: readonly ChildRow[]
  /** heading of each field, for findings */
  readonly columns: ReadonlyMap<ChildField, string>
  /** headings that nobody knows; they are not imported */
  readonly unknownHeadings: readonly string[]
}

const DATE_SENTENCES: Readonly<Record<'impossible-date' | 'month-first' | 'no-date' | 'two-digit-year', string>> = {
  'impossible-date': 'There is no such day. Write it as day/month/year.',
  'month-first': 'The month comes first here. Write it as day/month/year.',
  'no-date': 'There are words where a date should be; the cell is left blank.',
  'two-digit-year': 'The year has two digits and is read as 20yy.',
}

interface Columns {
  readonly index: ReadonlyMap<ChildField, number>
  readonly headings: ReadonlyMap<ChildField, string>
  readonly unknown: readonly string[]
}

const columnsOf = (heading: TableRow): Columns => {
  const index = new Map<ChildField, number>()
  const headings = new Map<ChildField, string>()
  const unknown: string[] = []
  heading.cells.forEach((cell, at) => {
    const field = fieldOf(cell)
    const name = clean(cell)
    if (field === null) return
    if (field === undefined) {
      if (name !== '') unknown.push(name)
    } else if (index.has(field))
      throw new UnreadableFile(`The heading "${name}" stands twice (the second is column ${columnLetter(at)}). Keep the one that is meant.`)
    else {
      index.set(field, at)
      headings.set(field, name)
    }
  })
  for (const [field, name] of [
    ['localRef', 'Child Unique ID'],
    ['admDecision', 'Date of Decision that Child Should be Placed for Adoption'],
  ] as const)
    if (!index.has(field)) throw new UnreadableFile(`The file has no column "${name}". Is row ${heading.row.toString()} the heading of an Annex A List 10?`)
  return { index, headings, unknown }
}

const readRow = ({ row, cells }: TableRow, { index, headings }: Columns): ChildRow => {
  const findings: Finding[] = []
  const find = (code: FindingCode, field: ChildField, sentence: string): void => {
    findings.push({ code, row, column: headings.get(field) ?? field, sentence })
  }
  const cell = (field: ChildField): string => clean(cells[index.get(field) ?? -1] ?? '')
  /** The answer of a cell that is not blank; null with a finding when it is not one of the known answers. */
  const answer = <T>(field: ChildField, read: (text: string) => T | undefined, code: FindingCode, sentence: string): T | null => {
    const text = cell(field)
    if (text === '') return null
    const value = read(text)
    if (value === undefined) find(code, field, sentence)
    return value ?? null
  }

  const dates = Object.fromEntries(
    DATE_FIELDS.map((field) => {
      const { date, code } = readDateCell(cell(field))
      if (code) find(code, field, DATE_SENTENCES[code])
      return [field, date]
    }),
  ) as Record<DateField, PlainDate | null>
  const localRef = cell('localRef')
  if (localRef === '') find('missing-id', 'localRef', 'The child has no identifier, so the next import could not find the row again.')
  const planEndedReason = answer('planEndedReason', readReason, 'unknown-value', 'The reason is none of RD1 to RD4; the cell is left blank.')
  if (dates.planEnded !== null && planEndedReason === null) find('reason-missing', 'planEndedReason', 'The plan ended, but no reason is given.')
  if (dates.planEnded === null && planEndedReason !== null) find('reason-without-date', 'planEnded', 'There is a reason why the plan ended, but no date.')
  return {
    row,
    localRef,
    sex: answer('sex', readSex, 'unknown-sex', 'The answer is neither male nor female; the cell is left blank.'),
    ethnicity: cell('ethnicity') === '' ? null : readCode(cell('ethnicity')),
    disability: answer('disability', readYesNo, 'unknown-value', 'The answer is neither yes nor no; the cell is left blank.'),
    dates,
    planEndedReason,
    findings,
  }
}

/** A children's tracker with the headings of Annex A List 10. Throws UnreadableFile when the headings do not say what they must. */
export const readChildren = (table: Table): ChildrenRead => {
  const columns = columnsOf(table.heading)
  return { rows: table.rows.map((row) => readRow(row, columns)), columns: columns.headings, unknownHeadings: columns.unknown }
}
