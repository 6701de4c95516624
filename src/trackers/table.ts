/** One row as people count them: the number that Excel shows. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly heading: TableRow
  readonly rows: readonly TableRow[]
}

/** Why a whole file cannot be read; the sentence says what to do. */
export class UnreadableFile extends Error {}

/** Letters of a column as a spreadsheet shows them: 0 is A, 26 is AA. */
export const columnLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
