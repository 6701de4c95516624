import { readWorkbook } from '../../src/trackers/read-workbook.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'
import { aWorkbook, forged, SHEET, zipFiles } from './a-workbook.ts'

const rowsOf = async (file: Uint8Array) => (await readWorkbook(file)).sheets[0]?.rows ?? []
const whyNot = async (file: Uint8Array): Promise<string> => {
  const refusal = await readWorkbook(file).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(UnreadableFile)
  return (refusal as Error).message
}

test.each([
  [false, 46_084, '1900'],
  [true, 44_622, '1904'],
])('a number is a day of the workbook’s own calendar (1904: %s)', async (is1904, serial, said) => {
  const file = aWorkbook(
    [
      {
        rows: [
          ['ref', 'dob'],
          ['A1', serial],
        ],
      },
    ],
    is1904,
  )
  expect((await readWorkbook(file)).format).toContain(said)
  expect((await rowsOf(file))[1]?.cells[1]).toEqual({ text: serial.toString(), day: '2026-03-03' })
})

test('errors and formulas without a stored result are no values; a stored result is', async () => {
  const file = forged(
    aWorkbook([
      {
        rows: [
          ['a', 'b', 'c', 'd', 'e'],
          [1, 2, 3, 4, 5],
        ],
      },
    ]),
    SHEET,
    (xml) =>
      xml
        .replace(/<c r="A2"[^>]*>.*?<\/c>/u, '<c r="A2" t="e"><v>#N/A</v></c>')
        .replace(/<c r="B2"[^>]*>.*?<\/c>/u, '<c r="B2"><f>TODAY()</f><v></v></c>')
        .replace(/<c r="C2"[^>]*>.*?<\/c>/u, '<c r="C2"><f>1+1</f></c>')
        .replace(/<c r="D2"[^>]*>.*?<\/c>/u, '<c r="D2"><f>TODAY()</f><v>46084</v></c>')
        .replace(/<c r="E2"[^>]*>.*?<\/c>/u, '<c r="E2" t="str"><f>"x"&amp;"y"</f><v>xy</v></c>'),
  )
  expect((await rowsOf(file))[1]?.cells).toEqual([
    { text: '', fault: 'cell-error' },
    { text: '', fault: 'no-value' },
    { text: '', fault: 'no-value' },
    { text: '46084', day: '2026-03-03' },
    { text: 'xy' },
  ])
})

test('merges, sheets and leading zeros are told', async () => {
  const file = aWorkbook([
    {
      name: 'Tracker',
      rows: [
        ['Dates', null],
        [{ t: 'n', v: 123, z: '00000' }, 'x'],
      ],
      merges: ['A1:B1'],
    },
    { name: 'Lists', rows: [['M'], ['F']] },
  ])
  const { sheets } = await readWorkbook(file)
  expect(sheets.map(({ name, merges }) => [name, merges])).toEqual([
    ['Tracker', [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }]],
    ['Lists', []],
  ])
  expect(sheets[0]?.rows[1]?.cells[0]?.text).toBe('00123')
})

describe('files that are not what they say', () => {
  const good = aWorkbook([
    {
      rows: [
        ['ref', 'dob'],
        ['A1', 46_084],
      ],
    },
  ])
  test('half a workbook', async () => {
    expect(await whyNot(good.subarray(0, good.length / 2))).toContain('damaged')
  })
  test('a workbook with bytes changed', async () => {
    for (let at = 30; at < good.length; at += 41) {
      const broken = Uint8Array.from(good)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const result = await readWorkbook(broken).catch((error: unknown) => error)
      if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableFile)
    }
  })
  test('a zip that is no workbook', async () => {
    expect(await whyNot(Uint8Array.from([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]))).toContain('no workbook')
  })
  test.each([
    ['an OpenDocument file', 'mimetype', 'OpenDocument'],
    ['a Word document', 'word/document.xml', 'Word'],
    ['a binary workbook', 'xl/workbook.bin', '.xlsb'],
  ])('%s', async (_what, path, said) => {
    const file = zipFiles.utils.cfb_new()
    zipFiles.utils.cfb_add(file, path, Buffer.from('x'))
    expect(await whyNot(zipFiles.write(file, { type: 'buffer', fileType: 'zip' }))).toContain(said)
  })
})

describe('bombs', () => {
  test('a part that unpacks to more than a tracker holds', async () => {
    const bomb = forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) => xml.replace('</worksheet>', `${' '.repeat(70 * 1024 * 1024)}</worksheet>`))
    expect(bomb.byteLength).toBeLessThan(1024 * 1024)
    expect(await whyNot(bomb)).toContain('far more')
  })
  test('a directory that understates the size', async () => {
    const bomb = Buffer.from(forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) => xml.replace('</worksheet>', `${' '.repeat(70 * 1024 * 1024)}</worksheet>`)))
    for (let at = bomb.indexOf('PK\u0001\u0002'); at >= 0; at = bomb.indexOf('PK\u0001\u0002', at + 4)) bomb.writeUInt32LE(100, at + 24)
    expect(await whyNot(bomb)).toContain('far more')
  })
  test('a hundred thousand rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_hole, at) => `<row r="${(at + 2).toString()}"><c r="A${(at + 2).toString()}"><v>1</v></c></row>`).join('')
    expect(await whyNot(forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`)))).toContain('10,000 rows')
  })
  const withRows = (xmlRows: string): Uint8Array =>
    forged(aWorkbook([{ rows: [['a', 'b']] }]), SHEET, (xml) => xml.replace('</sheetData>', `${xmlRows}</sheetData>`))
  test('a quarter of a million cells and more', async () => {
    expect(await whyNot(withRows(`<row r="2">${'<c r="A2"><v>1</v></c>'.repeat(250_001)}</row>`))).toContain('more cells')
  })
  test('cells and rows that only have a format cost nothing, and move nothing', async () => {
    const blank = '<row r="9" s="1"></row><row r="3">'.concat('<c r="A3" s="1"/>'.repeat(300_000), '<c r="B3"><v>7</v></c></row>')
    expect(await rowsOf(withRows(blank))).toMatchObject([{ row: 1 }, { row: 3, cells: [undefined, { text: '7' }] }])
    expect(await rowsOf(withRows('<row></row><row><c/><c><v>7</v></c></row>'))).toMatchObject([{ row: 1 }, { row: 3, cells: [undefined, { text: '7' }] }])
  })
  test('links and filters over a whole sheet are not followed', async () => {
    const file = forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) =>
      xml.replace('</worksheet>', '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks></worksheet>'),
    )
    expect(await rowsOf(file)).toHaveLength(1)
  })
  test('a list of sheets that names one sheet again and again', async () => {
    const sheet = (at: number): string => `<sheet name="S${at.toString()}" sheetId="${at.toString()}" r:id="rId1"/>`
    const list = (many: number): string => Array.from({ length: many }, (_hole, at) => sheet(at + 1)).join('')
    const file = (many: number): Uint8Array =>
      forged(aWorkbook([{ rows: [['a']] }]), '/xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/su, `<sheets>${list(many)}</sheets>`))
    expect(await rowsOf(file(1))).toHaveLength(1)
    expect(await whyNot(file(2))).toContain('cannot be read')
  })
  test('a list of a thousand sheets', async () => {
    const sheets = Array.from({ length: 1000 }, (_hole, at) => `<sheet name="S${at.toString()}" sheetId="${at.toString()}" r:id="r${at.toString()}"/>`).join('')
    expect(await whyNot(forged(aWorkbook([{ rows: [['a']] }]), '/xl/workbook.xml', (xml) => xml.replace('</sheets>', `${sheets}</sheets>`)))).toContain(
      'more than 40 sheets',
    )
  })
  test.each(['<c r="A2"><f/>', '<c r="A2"><f>x</f>', '<c r="A2"><f/><v>'])(
    'a formula before very many blanks: %s',
    async (start) => {
      // a careless pattern took a quarter of an hour for so many; a minute is a hang
      const read: unknown = await rowsOf(withRows(`<row r="2">${start}${' '.repeat(1_000_000)}</row>`)).catch((error: unknown) => error)
      expect(read instanceof Error ? read : Array.isArray(read)).toEqual(read instanceof Error ? expect.any(UnreadableFile) : true)
    },
    60_000,
  )
  test('a cell in the last corner of the sheet costs nothing', async () => {
    expect(
      await whyNot(
        forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) =>
          xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
        ),
      ),
    ).toContain('200 columns')
  })
  test('formulas are not read, however many and however long', async () => {
    const formula = `<c r="A2"><f t="array" ref="A1:XFD1048576">${'A1+'.repeat(2000)}1</f><v>7</v></c>`
    const file = forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) => xml.replace('</sheetData>', `<row r="2">${formula.repeat(2000)}</row></sheetData>`))
    expect((await rowsOf(file))[1]?.cells[0]?.text).toBe('7')
  })
  test('entities of a document type are not expanded', async () => {
    const file = forged(aWorkbook([{ rows: [['a']] }]), SHEET, (xml) =>
      xml
        .replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet')
        .replace('</sheetData>', '<row r="2"><c r="A2" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>'),
    )
    const found = await readWorkbook(file).catch(() => undefined)
    expect(JSON.stringify(found)).not.toContain('aaaaaaaaaa')
  })
})
