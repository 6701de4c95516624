import { readTracker } from '../../src/trackers/read-tracker.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'
import { date } from '../children/a-child.ts'
import { aWorkbook, forged, SHEET } from './a-workbook.ts'

/*
 * While a pattern or a limit was careless, these files took minutes, or would have taken hours at the size that an upload may have. They are
 * refused or read in a second or two; the limit of the tests is that of a hang, and measures nothing.
 */
jest.setTimeout(60_000)

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const times = <T>(number: number, of: (at: number) => T): readonly T[] => Array.from({ length: number }, (_hole, at) => of(at))

const HEADINGS = [
  'Ref',
  'DOB',
  'LA',
  'Gender',
  'Needs',
  'Sibling group & plan',
  'EP route / date placed',
  'Plan ended / reason',
  'Family finder / social worker',
]
/** A tracker of so many rows whose every answer is the same long text. */
const answering = (said: string, rows: number): Uint8Array =>
  bytes(
    [HEADINGS.join(','), ...times(rows, (at) => HEADINGS.map((_heading, column) => (column === 0 ? `A${at.toString()}` : `"${said}"`)).join(','))].join('\n'),
  )
const numbers = (rows: number, columns: number): readonly (readonly number[])[] => times(rows, () => times(columns, () => 46_000))

test.each<readonly [string, () => Uint8Array]>([
  ['millions of short lines', () => bytes('a,\n'.repeat(3_400_000))],
  ['millions of blank lines', () => bytes('\n'.repeat(10_000_000))],
  ['one line of millions of cells', () => bytes('a,'.repeat(5_000_000))],
  ['a quotation mark that is never closed', () => bytes(`"${'a\n'.repeat(5_000_000)}`)],
  ['words that begin a reason again and again', () => answering('court family not '.repeat(60), 1000)],
  ['one cell of such words', () => answering('family not '.repeat(50_000), 1)],
  ['cells of blanks', () => answering(`x${' '.repeat(1900)}x`, 550)],
  ['cells of dashes', () => answering('- '.repeat(500), 1000)],
  ['very many reasons to wait', () => answering('health, x, '.repeat(170), 600)],
  ['as many cells as may be', () => aWorkbook([{ rows: numbers(9_900, 25) }])],
  ['four times as many', () => aWorkbook([{ rows: numbers(9_900, 100) }])],
  [
    'sheets of long headings',
    () =>
      aWorkbook(
        times(20, (sheet) => ({
          rows: times(24, (row) => times(190, (at) => `plan needs link ${[sheet, row, at].join(' ')} reason court date`.padEnd(118, ' not'))),
        })),
      ),
  ],
  ['numbers with a format of many parts', () => aWorkbook([{ rows: times(9_900, () => times(24, () => ({ t: 'n', v: 46_000, z: '#,'.repeat(60) }))) }])],
  [
    'merged cells over one another',
    () =>
      forged(aWorkbook([{ rows: numbers(9_900, 5) }]), SHEET, (xml) =>
        xml.replace('</sheetData>', `</sheetData><mergeCells>${'<mergeCell ref="A1:E9000"/>'.repeat(2000)}</mergeCells>`),
      ),
  ],
])('%s: read, or refused with a sentence', async (_what, make) => {
  const file = make()
  const result: unknown = await readTracker(file, new Map(), date('2026-11-22')).catch((error: unknown) => error)
  expect(result instanceof Error ? result : result instanceof Object).toEqual(result instanceof Error ? expect.any(UnreadableFile) : true)
})
