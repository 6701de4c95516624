import { parse } from 'csv-parse/sync'
import { clean } from './clean.ts'
import { UnreadableFile, type Table, type TableRow } from './table.ts'

const DELIMITERS = [',', ';', '\t'] as const

const textOf = (bytes: Uint8Array): string => {
  try {
    // takes a byte order mark away
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('The file is not UTF-8 text. Save it again as "CSV UTF-8".')
  }
}

/** The separator that the first line has most of, outside quotation marks. */
const delimiterOf = (text: string): string => {
  const firstLine = (/^[^\r\n]*/u.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '')
  const count = (delimiter: string): number => firstLine.split(delimiter).length
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), DELIMITERS[0])
}

/**
 * Reads a csv file: UTF-8 with or without byte order mark; comma, semicolon or tab; any line ends. The first row that is not blank
 * is the heading. Throws UnreadableFile with a sentence.
 */
export const readCsv = (bytes: Uint8Array): Table => {
  const text = textOf(bytes)
  let parsed: string[][]
  try {
    parsed = parse(text, { delimiter: delimiterOf(text), relaxColumnCount: true, skipEmptyLines: false })
  } catch (error) {
    throw new UnreadableFile(`The file is not a readable csv: ${error instanceof Error ? error.message : 'its quotation marks do not close'}.`)
  }
  const rows: readonly TableRow[] = parsed.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => cells.some((cell) => clean(cell) !== ''))
  const [heading, ...below] = rows
  if (!heading) throw new UnreadableFile('The file is empty.')
  return { heading, rows: below }
}
