import type { PlainDate } from '../core/plain-date.ts'
import { findHeading, type Heading } from './find-heading.ts'
import type { RowPlace } from './finding-kinds.ts'
import { findRepeats } from './find-repeats.ts'
import { matchColumns, type Column, type ColumnChoices } from './match-columns.ts'
import { MAX_HEADING_CELLS } from './limits.ts'
import { headingsOf, readChildRow, type ChildRow } from './read-child-row.ts'
import { readWorkbook } from './read-workbook.ts'
import { setAside } from './set-aside.ts'
import type { Cell, Merge, Sheet, TableRow } from './table.ts'

export interface SheetRead {
  /** null in a text file */
  readonly name: string | null
  readonly headerRows: readonly number[]
  readonly columns: readonly Column[]
}

/** A file as it was understood. Rows = what may be imported or is at fault; `rowsTotal` counts what was set aside, too. */
export interface TrackerRead {
  readonly format: string
  readonly kind: 'children' | 'adopters' | 'unknown'
  readonly sheets: readonly SheetRead[]
  readonly sheetsIgnored: readonly { readonly sheet: string; readonly reason: string }[]
  readonly rowsTotal: number
  readonly rows: readonly ChildRow[]
  readonly rowsIgnored: readonly (RowPlace & { readonly reason: string })[]
}

export type ReadTracker = (bytes: Uint8Array, choices: ColumnChoices, today: PlainDate) => Promise<TrackerRead>

/** A merged cell holds for every row of the merge, and stays in its first column. */
const withMerges = (rows: readonly TableRow[], merges: readonly Merge[]): readonly TableRow[] => {
  const down = merges.filter(({ fromRow, toRow }) => toRow > fromRow)
  if (down.length === 0) return rows
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const filled = new Map<number, (Cell | undefined)[]>()
  for (const { fromRow, toRow, fromColumn } of down) {
    const value = byRow.get(fromRow)?.cells[fromColumn]
    if (value === undefined) continue
    for (const row of rows) {
      if (row.row <= fromRow || row.row > toRow || row.cells[fromColumn] !== undefined) continue
      const cells = filled.get(row.row) ?? [...row.cells]
      cells[fromColumn] = value
      filled.set(row.row, cells)
    }
  }
  return rows.map((row) => ({ row: row.row, cells: filled.get(row.row) ?? row.cells }))
}

interface Judged {
  readonly sheet: Sheet
  readonly heading: Heading | undefined
  readonly below: readonly TableRow[]
  readonly columns: readonly Column[]
  readonly kind: TrackerRead['kind']
}

const judge = (sheet: Sheet, choices: ColumnChoices, today: PlainDate, headingCells: number): Judged => {
  const heading = findHeading(sheet, headingCells)
  const last = heading?.rows.at(-1) ?? Infinity
  const below = sheet.rows.filter(({ row }) => row > last)
  if (heading === undefined || below.length === 0) return { sheet, heading, below: [], columns: [], kind: 'unknown' }
  const columns = matchColumns(heading, below, choices, today)
  const fields = new Set(columns.flatMap((column) => column.fields))
  if (heading.adopters >= 3 && heading.adopters >= heading.fields) return { sheet, heading, below, columns: [], kind: 'adopters' }
  const isTracker = fields.size >= 3 || (fields.has('localRef') && fields.size >= 2)
  return { sheet, heading, below, columns, kind: isTracker ? 'children' : 'unknown' }
}

const whyIgnored = ({ sheet, kind, heading }: Judged): string => {
  if (sheet.rows.length === 0) return 'empty'
  if (kind === 'adopters') return 'a list of adopters'
  const isLists = heading === undefined || heading.fields < 8
  return isLists && sheet.rows.every(({ cells }) => cells.every((cell) => cell?.day === undefined || cell.day < '1980-01-01'))
    ? 'lists for drop-downs'
    : 'no tracker of children'
}

const readSheet = ({ sheet, heading, below, columns }: Judged, today: PlainDate): Pick<TrackerRead, 'rows' | 'rowsIgnored'> => {
  const aside = heading === undefined ? [] : setAside(below, heading, columns)
  const isAside = new Set(aside.map(({ row }) => row))
  const about = { sheet: sheet.name, columns, headings: headingsOf(columns) }
  const rows = withMerges(below, sheet.merges).filter(({ row }) => !isAside.has(row))
  return { rows: rows.map((row) => readChildRow(row, about, today)), rowsIgnored: aside.map(({ row, reason }) => ({ sheet: sheet.name, row, reason })) }
}

/** A sheet of lists names some words of the headings, and hardly ever the reference; it has no dates. */
const isChildrenSheet = ({ kind, columns, below }: Judged): boolean =>
  kind === 'children' && columns.some(({ fields }) => fields.includes('localRef')) && below.length > 0

/**
 * Reads a tracker of children, .csv or .xlsx, as its agency keeps it. What it holds is found by its headings and corrected by the
 * person's choices. Throws UnreadableFile with a sentence where the file is no table at all.
 */
export const readTracker: ReadTracker = async (bytes, choices, today) => {
  const workbook = await readWorkbook(bytes)
  const headingCells = Math.max(1000, Math.floor(MAX_HEADING_CELLS / workbook.sheets.length))
  const judged = workbook.sheets.map((sheet) => judge(sheet, choices, today, headingCells))
  const used = judged.filter(isChildrenSheet)
  const unused = judged.filter((one) => !used.includes(one))
  const rest = {
    format: workbook.format,
    sheetsIgnored: unused.flatMap((one) => (one.sheet.name === null ? [] : [{ sheet: one.sheet.name, reason: whyIgnored(one) }])),
  }
  if (used.length === 0) {
    const [widest] = judged.filter(({ heading }) => heading !== undefined).sort((a, b) => (b.heading?.fields ?? 0) - (a.heading?.fields ?? 0))
    const kind = judged.some((one) => one.kind === 'adopters') ? 'adopters' : 'unknown'
    const sheets = kind === 'unknown' && widest ? [{ name: widest.sheet.name, headerRows: widest.heading?.rows ?? [], columns: widest.columns }] : []
    return { ...rest, kind, sheets, rowsTotal: 0, rows: [], rowsIgnored: [] }
  }
  const parts = used.map((one) => readSheet(one, today))
  const { rows, ignored } = findRepeats(parts.flatMap((part) => part.rows))
  return {
    ...rest,
    kind: 'children',
    sheets: used.map(({ sheet, heading, columns }) => ({ name: sheet.name, headerRows: heading?.rows ?? [], columns })),
    rowsTotal: used.reduce((sum, { below }) => sum + below.length, 0),
    rows,
    rowsIgnored: [...parts.flatMap((part) => part.rowsIgnored), ...ignored].sort((a, b) => a.row - b.row),
  }
}
