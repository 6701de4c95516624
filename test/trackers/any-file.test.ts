import fc from 'fast-check'
import { parsePlainDate, type PlainDate } from '../../src/core/plain-date.ts'
import { readDateText } from '../../src/trackers/read-date-cell.ts'
import { readTracker } from '../../src/trackers/read-tracker.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'
import { date } from '../children/a-child.ts'
import { aWorkbook, type CellValue } from './a-workbook.ts'

const TODAY = date('2026-11-22')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Whatever the file is: a refusal with a sentence, or every row below the heading counted once. */
const holds = async (file: Uint8Array): Promise<void> => {
  try {
    const { kind, rows, rowsIgnored, rowsTotal } = await readTracker(file, new Map(), TODAY)
    expect(kind === 'children' ? rows.length + rowsIgnored.length : 0).toBe(rowsTotal)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    expect((error as Error).message).toMatch(/\.$/u)
  }
}

const HEADINGS = [
  'Ref',
  'DOB / EDD',
  'LA',
  'Gender',
  'PO',
  'Date',
  'Match agreed?',
  'Placed',
  'AO',
  'Sib group',
  'Tog / apart',
  'EP?',
  'Why',
  'Plan ended',
  'Comments',
  '',
  'Age',
]
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'A1',
    'A2',
    '31/02/2026',
    '01/02/2026',
    '1.2.26',
    'TBC',
    'Yes',
    'M',
    'Together',
    'RD1',
    '=1+1',
    'TOTAL',
    'Unborn - due 03/2027',
    '46000',
    '\u00a0',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const table = fc.tuple(fc.array(fc.constantFrom(...HEADINGS), { minLength: 1, maxLength: 12 }), fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }))

test('any bytes at all', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), holds), { numRuns: 300 })
})

test('any bytes that begin like a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (tail) => holds(Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]))),
    { numRuns: 200 },
  )
})

test('any table as text, with any separator', async () => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|'), ([heading, rows], separator) =>
      holds(bytesOf([heading, ...rows].map((row) => row.map(quoted).join(separator)).join('\r\n'))),
    ),
    { numRuns: 300 },
  )
})

test('any table as a workbook, merged anyhow', async () => {
  const merge = fc.tuple(fc.nat(11), fc.nat(11), fc.nat(5), fc.nat(5)).map(([row, column, down, right]) => {
    const letter = (at: number): string => String.fromCharCode(65 + at)
    return `${letter(column)}${(row + 1).toString()}:${letter(column + right)}${(row + down + 1).toString()}`
  })
  const value: fc.Arbitrary<CellValue> = fc.oneof(
    cell,
    fc.integer({ min: -10, max: 60_000 }),
    fc.double({ noNaN: true }),
    fc.constant(null),
    fc.constant({ t: 'e', v: 42 } as const),
  )
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.array(fc.array(value, { maxLength: 14 }), { maxLength: 8 }),
      fc.array(merge, { maxLength: 4 }),
      ([heading, rows], more, merges) => holds(aWorkbook([{ rows: [heading, ...rows, ...more], merges }])),
    ),
    { numRuns: 100 },
  )
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10) as PlainDate)
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

test('a day is the same day however it is written, and never its mirror', () => {
  fc.assert(
    fc.property(day, (written) => {
      const [year = '', month = '', dayOfMonth = ''] = written.split('-')
      const name = MONTHS[Number(month) - 1] ?? ''
      const short = Number(dayOfMonth).toString()
      for (const text of [
        `${dayOfMonth}/${month}/${year}`,
        `${short}.${Number(month).toString()}.${year}`,
        `${dayOfMonth}-${month}-${year}`,
        `${short} ${name} ${year}`,
        `${dayOfMonth}-${name.slice(0, 3)}-${year}`,
        `${name} ${short}, ${year}`,
        written,
        `${written}T00:00:00`,
      ])
        expect(readDateText(text)).toEqual({ date: written })
      expect(readDateText(`${dayOfMonth}/${month}/${year.slice(2)}`)).toEqual(
        Number(year) >= 2000 ? { date: written, code: 'two-digit-year' } : expect.objectContaining({ code: 'two-digit-year' }),
      )
      const mirrored = readDateText(`${month}/${dayOfMonth}/${year}`)
      if (Number(dayOfMonth) > 12) expect(mirrored).toEqual({ date: null, code: 'month-first' })
      else expect(mirrored.date).toBe(parsePlainDate(`${year}-${dayOfMonth}-${month}`))
    }),
  )
})

test('any text as a date: a real day, or none with a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9 /.a-z-]{0,14}$/u)), (text) => {
      const { date: found, code } = readDateText(text)
      if (found === null) expect(code !== undefined || text.replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '') === '').toBe(true)
      else expect(parsePlainDate(found)).toBe(found)
    }),
    { numRuns: 1000 },
  )
})
