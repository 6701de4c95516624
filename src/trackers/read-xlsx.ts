import type * as Spreadsheets from '@e965/xlsx'
import { parsePlainDate, type PlainDate } from '../core/plain-date.ts'
import { MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS, MAX_LINES, MAX_MERGES, MAX_ROWS } from './limits.ts'
import { checkSheetList } from './check-sheet-list.ts'
import { openPackage, type Parts } from './open-package.ts'
import { UnreadableFile, type Cell, type Merge, type Sheet, type TableRow, type Workbook } from './table.ts'

type Library = typeof Spreadsheets

/** The library's own zip writer, which its types leave open. */
interface ZipFiles {
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void }
  write(file: object, options: { readonly type: 'buffer'; readonly fileType: 'zip' }): Uint8Array
}

const CONTENTS = '[Content_Types].xml'

/** What the library is given: sheets, texts and formats. Pictures, comments, links, macros and the rest stay packed. */
const isWanted = (path: string): boolean =>
  path === CONTENTS ||
  path === '_rels/.rels' ||
  path === 'mimetype' ||
  path === 'word/document.xml' ||
  path === 'xl/workbook.bin' ||
  /^xl\/(?:workbook[^/]*|styles[^/]*|sharedStrings[^/]*)\.xml$/u.test(path) ||
  /^xl\/_rels\/[^/]+\.rels$/u.test(path) ||
  /^xl\/worksheets\/[^/]+\.xml$/u.test(path)

const isSheet = (path: string): boolean => path.startsWith('xl/worksheets/')

const whatItIs = (parts: Parts): void => {
  if (parts.has('xl/workbook.bin')) throw new UnreadableFile('This is a binary workbook (.xlsb). Save it as .xlsx and choose that file.')
  if (parts.has('mimetype')) throw new UnreadableFile('This is an OpenDocument file. Save it as .xlsx and choose that file.')
  if (parts.has('word/document.xml')) throw new UnreadableFile('This is a Word document. Choose the workbook that holds the tracker.')
  if (![...parts.keys()].some(isSheet)) throw new UnreadableFile('This file is a packed folder, but no workbook. Choose the .xlsx file itself.')
}

const occurrences = (xml: string, tag: RegExp): number => {
  let found = 0
  for (const _one of xml.matchAll(tag)) found += 1
  return found
}

/** A formula whose result was never stored reads as nothing, not as 0. The mark is no number, and no text that people write. */
const NO_RESULT = '\uE000no-result'
const FORMULA_WITHOUT_RESULT = /<((?:\w+:)?)f\b[^<>]*(?:\/>|>[^<]*<\/\1f>)\s*(?:(?:<\1v\s*\/>|<\1v>\s*<\/\1v>)\s*)?<\/\1c>/gu
const FORMULA = /<((?:\w+:)?)f\b[^<>]*(?:\/>|>[^<]*<\/\1f>)/gu
/** Cells and rows that only have a format. */
const BLANK_CELL = /<(?:\w+:)?c\b[^<>]*\/>/gu
const BLANK_ROW = /<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/gu
const PLACELESS = /<(?:\w+:)?(?:c|row)(?:[/>]|\s+(?!r=))/u
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*>/gu

interface PreparedSheet {
  readonly xml: string
  readonly rows: number
  readonly cells: number
  readonly merges: number
}

/**
 * Only cells and merges, written anew: whatever else a sheet has (links over a million cells, filters, pictures) the library does not
 * see. Counted before anything is built. Formulas are taken out: only their stored results are read, nothing is worked out.
 */
const preparedSheet = (part: Uint8Array): PreparedSheet => {
  const whole = new TextDecoder().decode(part)
  const from = whole.search(/<(?:\w+:)?sheetData[\s>]/u)
  const until = from < 0 ? -1 : whole.slice(from).search(/<\/(?:\w+:)?sheetData>/u)
  const data = until < 0 ? '' : whole.slice(from, from + until).replace(/^<[^<>]*>/u, '')
  const read = data.replaceAll(FORMULA_WITHOUT_RESULT, `<$1v>${NO_RESULT}</$1v></$1c>`).replaceAll(FORMULA, '')
  // what says its own place can be taken out without moving another
  const filled = PLACELESS.test(read) ? read : read.replaceAll(BLANK_CELL, '').replaceAll(BLANK_ROW, '')
  const merges = until < 0 ? [] : [...whole.slice(from + until).matchAll(MERGE)].slice(0, MAX_MERGES + 1).map(([tag]) => tag)
  return {
    xml: `<worksheet><sheetData>${filled}</sheetData><mergeCells>${merges.join('')}</mergeCells></worksheet>`,
    rows: occurrences(filled, /<(?:\w+:)?row[\s>]/gu),
    cells: occurrences(filled, /<(?:\w+:)?c[\s>]/gu),
    merges: merges.length,
  }
}

/** Formats without those that are too long for a tracker's: only zeros in front are looked for. */
const stylesOf = (part: Uint8Array): Uint8Array => new TextEncoder().encode(new TextDecoder().decode(part).replaceAll(/<(?:\w+:)?numFmt\s[^<>]{200,}>/gu, ''))

/** Texts that cells share: as many as there may be cells. */
const checkTexts = (part: Uint8Array): void => {
  if (occurrences(new TextDecoder().decode(part), /<\/(?:\w+:)?(?:si|sstItem)>/gu) > MAX_CELLS) throw new UnreadableFile(TOO_MANY_CELLS)
}

/** The list of contents without the parts that stay packed. */
const contentsOf = (part: Uint8Array, parts: Parts): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(part).replaceAll(/<(?:\w+:)?Override\b[^<>]*>/gu, (entry) => {
      const path = /PartName\s*=\s*["']\/?([^"']*)["']/u.exec(entry)?.[1]
      return path !== undefined && parts.has(path) ? entry : ''
    }),
  )

const TOO_MANY_CELLS = 'The workbook has more cells than any tracker. Keep the sheet with the tracker only, or import it in parts.'
const tooManyRows = (what: string): string =>
  `${what} has more than ${MAX_ROWS.toLocaleString('en-GB')} rows. Import it in parts, or check that it is the tracker.`

/** The same workbook, packed again from the parts that were looked at. */
const repacked = (library: Library, parts: Parts): Uint8Array => {
  const CFB = library.CFB as ZipFiles
  const file = CFB.utils.cfb_new()
  const total = { rows: 0, cells: 0, merges: 0 }
  for (const [path, part] of parts) {
    if (!isSheet(path)) {
      if (path.startsWith('xl/sharedStrings')) checkTexts(part)
      CFB.utils.cfb_add(file, path, path === CONTENTS ? contentsOf(part, parts) : path.startsWith('xl/styles') ? stylesOf(part) : part)
      continue
    }
    const sheet = preparedSheet(part)
    total.rows += sheet.rows
    total.cells += sheet.cells
    total.merges += sheet.merges
    if (total.rows > MAX_LINES) throw new UnreadableFile(tooManyRows('The workbook'))
    if (total.cells > MAX_CELLS) throw new UnreadableFile(TOO_MANY_CELLS)
    if (total.merges > MAX_MERGES) throw new UnreadableFile('The workbook has more merged cells than any tracker. It was not read.')
    CFB.utils.cfb_add(file, path, new TextEncoder().encode(sheet.xml))
  }
  return CFB.write(file, { type: 'buffer', fileType: 'zip' })
}

/** Days since 31 December 1899, with Excel's 29 February 1900 that never was; or since 1 January 1904. */
const dayOf = (serial: number, is1904: boolean): PlainDate | undefined => {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (!Number.isFinite(days) || days < 61) return undefined
  return days > 73_415 ? undefined : parsePlainDate(new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10))
}

/** A number as people see it where the format only adds zeros in front (`00123`), otherwise in full. */
const numberText = (number: number, format: string | number | undefined): string => {
  const zeros = typeof format === 'string' ? /^0{2,40}(?=;|$)/u.exec(format)?.[0].length : undefined
  return zeros !== undefined && Number.isInteger(number) && number >= 0 ? number.toString().padStart(zeros, '0') : String(number)
}

const cellOf = (cell: Spreadsheets.CellObject, is1904: boolean): Cell | undefined => {
  switch (cell.t) {
    case 'e':
      return { text: '', fault: 'cell-error' }
    case 'n': {
      if (typeof cell.v !== 'number' || Number.isNaN(cell.v)) return { text: '', fault: 'no-value' }
      const day = dayOf(cell.v, is1904)
      return { text: numberText(cell.v, cell.z), ...(day === undefined ? {} : { day }) }
    }
    case 'b':
      return { text: cell.v === true ? 'Yes' : 'No' }
    case 's': {
      const text = String(cell.v ?? '').slice(0, MAX_CELL_CHARACTERS)
      return text === '' || text === NO_RESULT ? undefined : { text }
    }
    default:
      return undefined
  }
}

const readSheet = ({ utils }: Library, name: string, sheet: Spreadsheets.WorkSheet, is1904: boolean): Sheet => {
  const rows = new Map<number, (Cell | undefined)[]>()
  for (const [address, value] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue
    const cell = cellOf(value as Spreadsheets.CellObject, is1904)
    if (cell === undefined || (cell.fault === undefined && cell.text.trim() === '')) continue
    const { r, c } = utils.decode_cell(address)
    if (c >= MAX_COLUMNS) throw new UnreadableFile(`The sheet "${name}" has more than ${MAX_COLUMNS.toString()} columns. That is not a tracker of children.`)
    const cells = rows.get(r + 1) ?? []
    cells[c] = cell
    rows.set(r + 1, cells)
  }
  if (rows.size > MAX_ROWS) throw new UnreadableFile(tooManyRows(`The sheet "${name}"`))
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): Merge => ({ fromRow: s.r + 1, toRow: e.r + 1, fromColumn: s.c, toColumn: e.c }))
  return { name, rows: [...rows].sort(([a], [b]) => a - b).map(([row, cells]): TableRow => ({ row, cells })), merges }
}

/** Reads an Excel workbook: stored results only, hidden rows and columns too. Loads its library when it is needed. Throws UnreadableFile with a sentence. */
export const readXlsx = async (bytes: Uint8Array): Promise<Workbook> => {
  const parts = openPackage(bytes, isWanted)
  whatItIs(parts)
  checkSheetList(parts)
  const library = await import('@e965/xlsx')
  let workbook: Spreadsheets.WorkBook
  try {
    workbook = library.read(repacked(library, parts), {
      type: 'buffer',
      cellFormula: false,
      cellText: false,
      cellNF: true,
      cellHTML: false,
      cellDates: false,
      bookVBA: false,
    })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile('The workbook cannot be read. Open it in Excel, save it again as .xlsx and choose that file.')
  }
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true
  const sheets = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name]
    return sheet === undefined ? [] : [readSheet(library, name, sheet, is1904)]
  })
  return { format: `xlsx, ${is1904 ? '1904' : '1900'} dates`, sheets }
}
