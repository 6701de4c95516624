import type { CellObject, WorkSheet } from '@e965/xlsx'
import { daysBetween, type PlainDate } from '../core/plain-date.ts'

export type ExportValue = { readonly date: PlainDate } | string | number | null
export interface ExportTable {
  readonly sheet: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly ExportValue[])[]
}

/** A spreadsheet takes a text that starts so for a formula, at the latest when it is saved as csv and opened again. */
const FORMULA_STARTS = /^[=+\-@\t\r\n|%]/u
// eslint-disable-next-line no-control-regex -- a workbook is XML, which has no place for them
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu
/** Nobody sees it, and what stands behind it may be taken for the beginning. */
const UNSEEN_START = /^\p{Default_Ignorable_Code_Point}+/u
/** of one cell in Excel; a longer one makes a workbook that it calls damaged */
const LONGEST = 32_767

/** A text that stays text: an apostrophe before what starts like a formula, once everything is gone that no cell can hold. */
export const neutral = (text: string): string => {
  const held = text
    .slice(0, LONGEST - 1)
    .replaceAll(NO_XML, '')
    .replace(UNSEEN_START, '')
  return FORMULA_STARTS.test(held) ? `'${held}` : held
}

/** Days since 30 December 1899, as every spreadsheet counts days after February 1900. */
const serialOf = (date: PlainDate): number => daysBetween('1899-12-30' as PlainDate, date)

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook of these sheets: dates are dates, numbers are numbers, everything else is text that no program runs. Loads its library when it is needed. */
export const writeWorkbook = async (...tables: readonly ExportTable[]): Promise<Uint8Array<ArrayBuffer>> => {
  const { utils, write } = await import('@e965/xlsx')
  const cellOf = (value: ExportValue): CellObject | undefined => {
    if (value === null || value === '') return undefined
    if (typeof value === 'number') return { t: 'n', v: value }
    return typeof value === 'string' ? { t: 's', v: neutral(value) } : { t: 'n', v: serialOf(value.date), z: 'dd/mm/yyyy' }
  }
  const book = utils.book_new()
  for (const { sheet: name, headings, rows } of tables) {
    const sheet: WorkSheet = {}
    ;[headings, ...rows].forEach((cells, r) => {
      cells.forEach((value, c) => {
        const cell = cellOf(value)
        if (cell) sheet[utils.encode_cell({ r, c })] = cell
      })
    })
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: Math.max(0, headings.length - 1) } })
    sheet['!cols'] = headings.map((heading) => ({ wch: Math.min(30, Math.max(10, heading.length + 2)) }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}
