import { readCsv } from '../../src/trackers/read-csv.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test.each([
  ['comma', 'a,b\r\n1,2\r\n'],
  ['semicolon', 'a;b\n1;2\n'],
  ['tab', 'a\tb\n1\t2'],
  ['byte order mark', '\uFEFFa,b\n1,2\n'],
  ['a comma inside quotation marks of a semicolon file', '"a";"b"\n1;2\n'],
])('reads a file with %s', (_what, text) => {
  expect(readCsv(bytes(text))).toEqual({ heading: { row: 1, cells: ['a', 'b'] }, rows: [{ row: 2, cells: ['1', '2'] }] })
})

test('blank rows are passed over, and the others keep the number that Excel shows', () => {
  const { heading, rows } = readCsv(bytes('\n , \na,b\n,\n\n1,2\n'))
  expect(heading.row).toBe(3)
  expect(rows).toEqual([{ row: 6, cells: ['1', '2'] }])
})

test.each([
  ['an empty file', new Uint8Array()],
  ['a file in another encoding', Uint8Array.of(0x61, 0x2c, 0xe9, 0x0a)],
  ['an open quotation mark', bytes('a,b\n"1,2\n')],
])('refuses %s with a sentence', (_what, content) => {
  expect(() => readCsv(content)).toThrow(UnreadableFile)
})
