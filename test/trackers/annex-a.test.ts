import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { readChildren, type ChildRow } from '../../src/trackers/read-children.ts'
import { readCsv } from '../../src/trackers/read-csv.ts'
import { UnreadableFile } from '../../src/trackers/table.ts'

const FILE = 'test/fixtures/lincolnshire-annex-a-list-10'
const expected = z
  .object({ rowsTotal: z.int(), sampleRows: z.array(z.looseObject({ row: z.int() })) })
  .parse(JSON.parse(readFileSync(`${FILE}.expected.json`, 'utf8')))
const read = readChildren(readCsv(readFileSync(`${FILE}.csv`)))

const asExpected = (row: ChildRow): Record<string, unknown> => ({
  row: row.row,
  ...row.dates,
  sex: row.sex === 'female' ? 'F' : 'M',
  disability: row.disability,
  ethnicity: row.ethnicity,
  localRef: row.localRef,
  planEndedReason: row.planEndedReason,
})

test('reads every row of an Annex A List 10 without a finding', () => {
  expect(read.rows).toHaveLength(expected.rowsTotal)
  expect(read.rows.flatMap(({ findings }) => findings)).toEqual([])
  expect(read.unknownHeadings).toEqual([])
})

test.each(expected.sampleRows)('row $row says what it should', (sample) => {
  const row = read.rows.find((one) => one.row === sample.row)
  expect(row && asExpected(row)).toMatchObject(sample)
})

const csv = (...lines: readonly string[]) => readChildren(readCsv(new TextEncoder().encode(lines.join('\n'))))
const HEADING =
  'Child Unique ID,Gender,Date of Decision that Child Should be Placed for Adoption,Date of Decision that Child Should No Longer be Placed for Adoption,Reason Why Child No Longer Placed for Adoption,Favourite colour'

test('says of each cell what is wrong with it, by row and heading, and never what is in it', () => {
  const { rows, unknownHeadings } = csv(HEADING, ',b) Male,03/25/2026,,,', 'A1,c) Other,TBC,01/02/2026,', 'A2,f,01/02/26,,RD9')
  expect(unknownHeadings).toEqual(['Favourite colour'])
  expect(rows.flatMap(({ findings }) => findings.map(({ code, row }) => `${row.toString()} ${code}`))).toEqual([
    '2 month-first',
    '2 missing-id',
    '3 no-date',
    '3 reason-missing',
    '3 unknown-sex',
    '4 two-digit-year',
    '4 unknown-value',
  ])
  expect(rows[0]?.findings[0]).toMatchObject({ column: 'Date of Decision that Child Should be Placed for Adoption' })
})

test.each([
  ['without the identifier', 'Gender,Date of Decision that Child Should be Placed for Adoption'],
  ['with one heading twice', 'Child Unique ID,Gender,Gender,Date of Decision that Child Should be Placed for Adoption'],
])('refuses a file %s', (_what, heading) => {
  expect(() => csv(heading, 'A1')).toThrow(UnreadableFile)
})
