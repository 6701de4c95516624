import { readWorkbook } from '../../src/trackers/read-workbook.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, isBigEndian = false): Uint8Array => {
  const little = Buffer.from(text, 'utf16le')
  return isBigEndian ? little.swap16() : little
}
const read = async (file: Uint8Array) => {
  const { format, sheets } = await readWorkbook(file)
  return { format, rows: sheets.flatMap(({ rows }) => rows.map(({ row, cells }) => [row, ...cells.map((cell) => cell?.text)])) }
}

test.each([
  ['commas', 'a,b\r\n1,2\r\n', 'separated by commas'],
  ['semicolons', 'a;b\n1;2\n', 'separated by semicolons'],
  ['tabs', 'a\tb\n1\t2', 'separated by tabs'],
  ['bars', 'a|b\r1|2', 'separated by bars'],
  ['a byte order mark', '\uFEFFa,b\n1,2\n', 'UTF-8'],
  ['a comma inside quotation marks of a semicolon file', '"a";"b"\n1;2\n', 'semicolons'],
])('reads a file with %s', async (_what, text, format) => {
  const found = await read(bytes(text))
  expect(found.rows).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
  ])
  expect(found.format).toContain(format)
})

test.each([
  ['UTF-8', bytes('né,b\n1,2\n'), 'UTF-8'],
  ['UTF-16 with a mark', Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16('né,b\n1,2\n')]), 'UTF-16'],
  ['UTF-16 the other way round', Buffer.concat([Uint8Array.of(0xfe, 0xff), utf16('né,b\n1,2\n', true)]), 'UTF-16'],
  ['UTF-16 without a mark', utf16('né,b\n1,2\nmore words,here\n'), 'UTF-16'],
  ['Windows-1252', Uint8Array.of(0x6e, 0xe9, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32), 'Windows-1252'],
])('reads %s', async (_what, file, format) => {
  const found = await read(file)
  expect(found.rows[0]).toEqual([1, 'né', 'b'])
  expect(found.format).toContain(format)
})

test('a separator in a title, in notes and in quotation marks misleads nobody', async () => {
  const text = 'Tracker; as at 1, 2 and 3 November; draft; v2; x\n\nref,dob,notes\nA1,01/02/2024,"seen; agreed; filed"\nA2,01/02/2024,"a ""quoted"", word"\n'
  expect((await read(bytes(text))).rows.slice(1)).toEqual([
    [3, 'ref', 'dob', 'notes'],
    [4, 'A1', '01/02/2024', 'seen; agreed; filed'],
    [5, 'A2', '01/02/2024', 'a "quoted", word'],
  ])
})

test('blank rows are passed over, and the others keep the number that Excel shows', async () => {
  expect((await read(bytes('\n , \na,b\n,\n\n1,2\n'))).rows).toEqual([
    [3, 'a', 'b'],
    [6, '1', '2'],
  ])
})

test('a line that tells Excel the separator is no row', async () => {
  expect((await read(bytes('sep=;\na;b\n1;2\n'))).rows).toEqual([
    [1, 'a', 'b'],
    [2, '1', '2'],
  ])
})

test.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a file of blank lines', bytes('\n\n ,\n'), 'empty'],
  ['an open quotation mark', bytes('a,b\n"1,2\n'), 'quotation mark'],
  ['noise', Uint8Array.from({ length: 400 }, (_hole, at) => (at * 73) % 256), 'neither a workbook nor a text file'],
  ['a PDF called .csv', bytes('%PDF-1.7\n...'), 'PDF'],
  ['a web page called .xls', bytes('<html><table><tr><td>ref</td></tr></table></html>'), 'web page'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), '.xlsx'],
  ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'picture'],
  ['too many rows', bytes('a,b\n'.repeat(100_000)), '10,000 rows'],
  ['too many columns', bytes(`${'a,'.repeat(500)}b\n1,2\n`), '200 columns'],
  ['too many bytes', new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61), '10 MB'],
])('refuses %s with a sentence', async (_what, file, sentence) => {
  const refusal = await readWorkbook(file).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(UnreadableFile)
  expect((refusal as Error).message).toContain(sentence)
})
