import type { PlainDate } from '../core/plain-date.ts'
import { isPlaceholder, readPlan, readReason, readRoute, readSex, readYesNo, type PlanAnswer, type ReasonAnswer, type RouteAnswer } from './answers.ts'
import { DATE_FIELDS, FIELD_WORDS, isDateField, type ChildField, type DateField } from './column-kinds.ts'
import { clean } from './clean.ts'
import { MAX_ANSWER_CHARACTERS, MAX_NEEDS, MAX_REFERENCE_CHARACTERS } from './limits.ts'
import { isError, type Finding, type FindingCode, type RowPlace } from './finding-kinds.ts'
import type { Column } from './match-columns.ts'
import { readBirthCell, readDueCell } from './read-birth-cell.ts'
import { readDateCell, type DateCode } from './read-date-cell.ts'
import { partsOf } from './split-cell.ts'
import type { Cell, TableRow } from './table.ts'

/** One child as the file says it; what is blank or unreadable is null, and the unreadable has a finding. */
export interface ChildRow extends RowPlace {
  /** cleaned; '' where it is missing */
  readonly localRef: string
  /** as spelled, cleaned */
  readonly agency: string | null
  readonly sex: 'female' | 'male' | null
  /** as spelled, cleaned; which groups there are, children knows */
  readonly ethnicity: string | null
  readonly disability: boolean | null
  readonly dates: Readonly<Record<DateField, PlainDate | null>>
  /** the month in which an unborn child is due, `2027-03` */
  readonly due: string | null
  readonly planEndedReason: ReasonAnswer | null
  /** the group's label, cleaned */
  readonly siblingGroup: string | null
  readonly siblingPlan: PlanAnswer | null
  readonly earlyPermanenceRoute: RouteAnswer | null
  readonly adoptedByFosterCarer: boolean | null
  /** the words, one need each */
  readonly needs: readonly string[]
  readonly familyFinder: string | null
  readonly socialWorker: string | null
  readonly notes: string | null
  readonly findings: readonly Finding[]
  /** heading of each field in this row's sheet, for findings */
  readonly headings: Headings
}
export type Headings = ReadonlyMap<ChildField, string>

export const headingsOf = (columns: readonly Column[]): Headings =>
  new Map(columns.flatMap(({ fields, label }) => fields.map((field): [ChildField, string] => [field, label])))
/** The heading of a field, or what people call it where the sheet has no such column. */
export const headingOf = ({ headings }: Pick<ChildRow, 'headings'>, field: ChildField): string => headings.get(field) ?? FIELD_WORDS[field]

const SENTENCES: Readonly<Record<DateCode, string>> = {
  'impossible-date': 'There is no such day. Write it as day/month/year.',
  'month-first': 'There is no such month: it looks as if the month came first. Write it as day/month/year.',
  'no-date': 'What stands here is not a whole date; the cell is left blank.',
  'two-digit-year': 'The year has two digits and is read as 20yy.',
  'cell-error': 'The cell shows an error instead of a value; it is left blank.',
  'no-value': 'The cell is a formula whose result is not stored in the file; it is left blank. Open the file in Excel and save it again.',
}

/** A text that a spreadsheet would take for a formula. A dash before words is only a dash. */
const looksLikeFormula = (text: string): boolean => /^\s*(?:[=@].|\+\s*\S|-[^\s\d–-])/su.test(text)

export interface SheetColumns {
  readonly sheet: string | null
  readonly columns: readonly Column[]
  readonly headings: Headings
}

export const readChildRow = ({ row, cells }: TableRow, { sheet, columns, headings }: SheetColumns, today: PlainDate): ChildRow => {
  const findings: Finding[] = []
  const found = new Set<string>()
  const find = (code: FindingCode, field: ChildField, sentence: string): void => {
    const column = headings.get(field) ?? FIELD_WORDS[field]
    if (!found.has(`${code} ${column}`)) findings.push({ code, sheet, row, column, sentence })
    found.add(`${code} ${column}`)
  }
  const byField = new Map<ChildField, { readonly cell: Cell | undefined; readonly column: Column }>()
  for (const column of columns) {
    const cell = cells[column.at]
    const parts = partsOf(cell, column.fields)
    column.fields.forEach((field, at) => byField.set(field, { cell: parts[at], column }))
    const [field] = column.fields
    if (field !== undefined && !isDateField(field) && cell?.fault === undefined && looksLikeFormula(cell?.text ?? ''))
      find('formula-text', field, 'The text starts like a formula. It is read as text, and an export marks it as text.')
  }

  /** A cell's text, cleaned; '' when blank or at fault, which is said. */
  const text = (field: ChildField): string => {
    const cell = byField.get(field)?.cell
    if (cell?.fault !== undefined) find(cell.fault, field, SENTENCES[cell.fault])
    return clean(cell?.text ?? '').slice(0, MAX_ANSWER_CHARACTERS)
  }
  /** The answer of a cell that is not blank; null with a finding when it is not one of the known answers. */
  const answer = <T>(field: ChildField, read: (said: string) => T | undefined, code: FindingCode, sentence: string): T | null => {
    const said = text(field)
    if (said === '') return null
    const value = read(said)
    if (value === undefined) find(code, field, sentence)
    return value ?? null
  }
  const words = (field: ChildField): string | null => {
    const said = text(field)
    return said === '' || isPlaceholder(said) ? null : said
  }
  const dateOf = (field: DateField): PlainDate | null => {
    const { date, code } = readDateCell(byField.get(field)?.cell)
    if (code) find(code, field, SENTENCES[code])
    return date
  }

  const birth = byField.get('dateOfBirth')
  const written = readBirthCell(birth?.cell, birth?.column.fields.includes('expectedBirth') ?? false, today)
  if (written.code) find(written.code, 'dateOfBirth', SENTENCES[written.code])
  const dueColumn = birth?.column.fields.includes('expectedBirth') ? undefined : byField.get('expectedBirth')
  const expected = written.born === null && dueColumn !== undefined ? readDueCell(dueColumn.cell) : { due: null, code: undefined }
  if (expected.code) find(expected.code, 'expectedBirth', SENTENCES[expected.code])

  const dates = Object.fromEntries(DATE_FIELDS.map((field) => [field, field === 'dateOfBirth' ? written.born : dateOf(field)])) as Record<
    DateField,
    PlainDate | null
  >
  const reference = text('localRef')
  const isTooLong = reference.length > MAX_REFERENCE_CHARACTERS
  const localRef = isPlaceholder(reference) || isTooLong ? '' : reference
  if (isTooLong)
    find('long-id', 'localRef', `The reference is longer than ${MAX_REFERENCE_CHARACTERS.toString()} characters. Write the one of your system alone.`)
  else if (localRef === '') find('missing-id', 'localRef', 'The child has no reference, so the next import could not find the row again.')
  const planEndedReason = answer('planEndedReason', readReason, 'unknown-value', 'The reason is none of RD1 to RD4; the cell is left blank.')
  const isReasonBlank = text('planEndedReason') === ''
  if (headings.has('planEndedReason') && dates.planEnded !== null && isReasonBlank)
    find('reason-missing', 'planEndedReason', 'The plan ended, but no reason is given.')
  const isEndWrong = findings.some(({ code, column }) => column === headings.get('planEnded') && isError({ code }))
  if (headings.has('planEnded') && dates.planEnded === null && !isReasonBlank && !isEndWrong)
    find('reason-without-date', 'planEndedReason', 'There is a reason why the plan ended, but no date.')

  const isUnborn = dates.dateOfBirth === null && (written.due ?? expected.due) !== null
  return {
    sheet,
    row,
    localRef,
    agency: words('agency'),
    sex:
      isUnborn && isPlaceholder(text('sex')) ? null : answer('sex', readSex, 'unknown-sex', 'The answer is neither male nor female; the cell is left blank.'),
    ethnicity: text('ethnicity') === '' ? null : text('ethnicity'),
    disability: answer('disability', readYesNo, 'unknown-value', 'The answer is neither yes nor no; the cell is left blank.'),
    dates,
    due: dates.dateOfBirth === null ? (written.due ?? expected.due) : null,
    planEndedReason,
    siblingGroup: words('siblingGroup'),
    siblingPlan: answer('siblingPlan', readPlan, 'unknown-value', 'The answer is none of together, apart and undecided; the cell is left blank.'),
    earlyPermanenceRoute: answer(
      'earlyPermanenceRoute',
      readRoute,
      'unknown-value',
      'The answer is neither fostering for adoption nor concurrency; the cell is left blank.',
    ),
    adoptedByFosterCarer: answer('adoptedByFosterCarer', readYesNo, 'unknown-value', 'The answer is neither yes nor no; the cell is left blank.'),
    needs: (words('needs') ?? '')
      .split(/[,;/]| & | and /u)
      .map((need) => need.trim())
      .filter((need) => need !== '')
      .slice(0, MAX_NEEDS),
    familyFinder: words('familyFinder'),
    socialWorker: words('socialWorker'),
    notes: words('notes'),
    findings,
    headings,
  }
}
