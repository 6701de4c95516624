import { MAX_FILE_BYTES } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { UnreadableFile, type Workbook } from './table.ts'

const startsWith = (bytes: Uint8Array, start: string): boolean => [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0))

/** Files that people take for a tracker, by how they begin, and what to do instead. */
const OTHERS: readonly (readonly [string, string])[] = [
  [
    '\u00D0\u00CF\u0011\u00E0',
    'This is an old Excel file (.xls) or one that is protected with a password. Save it as .xlsx without a password and choose that file.',
  ],
  ['%PDF', 'This is a PDF. Choose the workbook that it was made from.'],
  ['{\\rtf', 'This is a text document. Choose the workbook that holds the tracker.'],
  ['\u0089PNG', 'This is a picture. Choose the workbook itself.'],
  ['\u00FF\u00D8\u00FF', 'This is a picture. Choose the workbook itself.'],
  ['\u001F\u008B', 'This is a packed file. Unpack it and choose the tracker itself.'],
  ['7z\u00BC\u00AF', 'This is a packed file. Unpack it and choose the tracker itself.'],
  ['Rar!', 'This is a packed file. Unpack it and choose the tracker itself.'],
]

/** A page or a document in marks, as some systems export under the name of a spreadsheet. */
const MARKED_UP = /^\s*(?:<!doctype|<html|<\?xml|<table|<head|<meta|mime-version:)/iu

/** Reads a tracker file by what it is, whatever it is called. Throws UnreadableFile with a sentence that says what to do. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  if (bytes.byteLength === 0) throw new UnreadableFile('The file is empty.')
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw new UnreadableFile(`The file is larger than ${(MAX_FILE_BYTES / 1024 / 1024).toString()} MB. That is not a tracker of children.`)
  if (startsWith(bytes, 'PK')) return readXlsx(bytes)
  const other = OTHERS.find(([start]) => startsWith(bytes, start))
  if (other) throw new UnreadableFile(other[1])
  const workbook = readCsv(bytes)
  const first = workbook.sheets[0]?.rows[0]?.cells[0]?.text ?? ''
  if (MARKED_UP.test(first))
    throw new UnreadableFile('This is a web page with the name of a spreadsheet. Open it in Excel, save it as .xlsx and choose that file.')
  if (workbook.sheets.every(({ rows }) => rows.length === 0)) throw new UnreadableFile('The file is empty.')
  return workbook
}
