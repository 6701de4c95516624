import { parse } from 'csv-parse/sync'
import { clean } from './clean.ts'
import { decodeText } from './decode-text.ts'
import { MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS, MAX_LINE_CHARACTERS, MAX_LINES, MAX_ROWS } from './limits.ts'
import { UnreadableFile, type TableRow, type Workbook } from './table.ts'

const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const
type Separator = keyof typeof SEPARATORS

/** Lines of text that cells may stand in, for guessing the separator: what is in quotation marks does not count. */
const firstLines = (text: string): readonly string[] =>
  text
    .slice(0, 64_000)
    .replaceAll(/"[^"]*"/gu, '')
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)

/** The separator that makes the most lines equally wide, the wider the better: a title above the heading may hold any of them. */
const separatorOf = (text: string): Separator => {
  const lines = firstLines(text)
  const worth = (separator: Separator): number => {
    const widths = lines.map((line) => line.split(separator).length - 1).filter((width) => width > 0)
    const [most = 0] = [...new Set(widths)].map((width) => width * widths.filter((one) => one === width).length).sort((a, b) => b - a)
    return most
  }
  const [best = ','] = (Object.keys(SEPARATORS) as Separator[])
    .map((separator) => ({ separator, worth: worth(separator) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ separator }) => separator)
  return best
}

/** Excel takes a first line `sep=;` as an instruction, and counts the rows from the next. */
const withoutInstruction = (text: string): { readonly text: string; readonly separator?: Separator } => {
  const found = /^sep=(.)\r?\n/u.exec(text)
  const separator = found?.[1]
  return found && separator !== undefined && Object.hasOwn(SEPARATORS, separator)
    ? { text: text.slice(found[0].length), separator: separator as Separator }
    : { text }
}

/** A sentence without any of the file's content, which csv-parse's own messages may quote. */
const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'CSV_MAX_RECORD_SIZE'
    ? 'One row is longer than any tracker has. A quotation mark that is opened and never closed does that.'
    : 'A quotation mark is opened and never closed. Open the file in Excel, put the row right and save it again.'
}

/** Takes line by line, and stops as soon as the file is none that will be read. */
const collect = () => {
  const rows: TableRow[] = []
  let lines = 0
  let cells = 0
  const take = (texts: readonly string[]): null => {
    lines += 1
    if (lines > MAX_LINES)
      throw new UnreadableFile(
        `The file has more than ${MAX_LINES.toLocaleString('en-GB')} lines. Delete the blank rows below the last child and save it again.`,
      )
    const last = texts.findLastIndex((cell) => cell !== '' && clean(cell) !== '')
    if (last < 0) return null
    if (last >= MAX_COLUMNS)
      throw new UnreadableFile(`Row ${lines.toString()} has more than ${MAX_COLUMNS.toString()} columns. That is not a tracker of children.`)
    cells += last + 1
    rows.push({ row: lines, cells: texts.slice(0, last + 1).map((cell) => ({ text: cell.slice(0, MAX_CELL_CHARACTERS) })) })
    if (rows.length > MAX_ROWS || cells > MAX_CELLS)
      throw new UnreadableFile(
        rows.length > MAX_ROWS
          ? `The file has more than ${MAX_ROWS.toLocaleString('en-GB')} rows. Import it in parts, or check that it is the tracker.`
          : 'The file has more cells than any tracker. Import it in parts, or check that it is the tracker.',
      )
    return null
  }
  return { rows, take }
}

/** Reads a text file of rows: UTF-8, UTF-16 or Windows-1252; commas, semicolons, tabs or bars; any line ends. Throws UnreadableFile with a sentence. */
export const readCsv = (bytes: Uint8Array): Workbook => {
  const decoded = decodeText(bytes)
  const { text, separator: said } = withoutInstruction(decoded.text)
  const separator = said ?? separatorOf(text)
  const { rows, take } = collect()
  try {
    parse(text, {
      delimiter: separator,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      maxRecordSize: MAX_LINE_CHARACTERS,
      recordDelimiter: ['\r\n', '\n', '\r'],
      onRecord: take,
    })
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(whyNot(error))
  }
  return { format: `csv, ${decoded.encoding}, separated by ${SEPARATORS[separator]}`, sheets: [{ name: null, rows, merges: [] }] }
}
