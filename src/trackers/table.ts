import type { PlainDate } from '../core/plain-date.ts'

/** A cell that holds no value: an error such as #N/A, or a formula whose result was never stored. */
export type CellFault = 'cell-error' | 'no-value'

/** One cell before anybody takes it for an answer. */
export interface Cell {
  /** as the file has it, not cleaned; '' when blank or at fault */
  readonly text: string
  /** where a spreadsheet keeps a number: the day that it would be as a date */
  readonly day?: PlainDate
  readonly fault?: CellFault
}

/** One row as people count them: the number that Excel shows. Cells by column; a hole is blank. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly (Cell | undefined)[]
}

/** Cells that the file joined: rows as Excel counts them, columns from 0, both ends included. */
export interface Merge {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export interface Sheet {
  /** null in a text file, which has no sheets */
  readonly name: string | null
  /** rows with something in them */
  readonly rows: readonly TableRow[]
  readonly merges: readonly Merge[]
}

export interface Workbook {
  /** for people: `csv, UTF-8, separated by commas` */
  readonly format: string
  readonly sheets: readonly Sheet[]
}

/** Why a whole file cannot be read; the sentence says what to do. */
export class UnreadableFile extends Error {}

/** Letters of a column as a spreadsheet shows them: 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
