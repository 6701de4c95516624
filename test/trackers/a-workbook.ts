import { CFB, utils, write, type CellObject } from '@e965/xlsx'

interface Entry {
  content: Uint8Array
  size: number
}
/** The library's own zip reader and writer, which its types leave open. */
export const zipFiles = CFB as {
  read(file: Uint8Array, options: object): object
  find(file: object, path: string): Entry | null
  write(file: object, options: object): Uint8Array
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void }
}

export type CellValue = string | number | null | CellObject
export interface SheetOf {
  readonly name?: string
  readonly rows: readonly (readonly CellValue[])[]
  /** as Excel writes ranges: `A1:C1` */
  readonly merges?: readonly string[]
}

/** A workbook as a spreadsheet program writes it. */
export const aWorkbook = (sheets: readonly SheetOf[], is1904 = false): Uint8Array => {
  const book = utils.book_new()
  sheets.forEach(({ name, rows, merges = [] }, at) => {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name ?? `Sheet${(at + 1).toString()}`)
  })
  book.Workbook = { WBProps: { date1904: is1904 } }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}

/** The same workbook with a part written anew: what no program writes, and a forger does. */
export const forged = (workbook: Uint8Array, path: string, change: (xml: string) => string, compression = true): Uint8Array => {
  const file = zipFiles.read(Buffer.from(workbook), { type: 'buffer' })
  const entry = zipFiles.find(file, path)
  if (!entry) throw new Error(`There is no ${path}.`)
  const xml = change(Buffer.from(entry.content).toString('utf8'))
  entry.content = Buffer.from(xml)
  entry.size = entry.content.length
  return new Uint8Array(zipFiles.write(file, { type: 'buffer', fileType: 'zip', compression }))
}

export const SHEET = '/xl/worksheets/sheet1.xml'
