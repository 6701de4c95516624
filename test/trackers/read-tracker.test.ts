import type { ChildField } from '../../src/trackers/column-kinds.ts'
import type { ColumnChoices } from '../../src/trackers/match-columns.ts'
import { readTracker, type TrackerRead } from '../../src/trackers/read-tracker.ts'
import { date } from '../children/a-child.ts'
import { aWorkbook, type CellValue } from './a-workbook.ts'

const TODAY = date('2026-11-22')
const read = (file: Uint8Array, choices: ColumnChoices = new Map()) => readTracker(file, choices, TODAY)
const readText = (...lines: readonly string[]) => read(new TextEncoder().encode(lines.join('\n')))
const fieldsOf = ({ sheets }: TrackerRead) =>
  Object.fromEntries(sheets.flatMap(({ columns }) => columns.filter(({ fields }) => fields.length > 0).map(({ label, fields }) => [label, fields.join('+')])))
const findingsOf = ({ rows }: TrackerRead) => rows.flatMap(({ findings }) => findings.map(({ row, column, code }) => `${row.toString()} ${column} ${code}`))
const asideOf = ({ rowsIgnored }: TrackerRead) => rowsIgnored.map(({ row, reason }) => `${row.toString()} ${reason}`)

test('other agencies’ words: Windows-1252, semicolons, a title, short forms and slips of the keyboard', async () => {
  const text = [
    'North Lincolnshire – children waiting;;;;;;;;;;;;;',
    '',
    'YP ref;Authority;D.O.B.;M/F;Ethnic origin;Date LAC;Twin track date;SHOBPA;Placment order;On LM;Match panel;ADM match;Placed with adopters;Home finder',
    'NL-01;North Lincolnshire;03.04.23;Boy;White – British;1 June 2024;;02/02/2026;03-Mar-2026;TBC;20/12/2026;;;Zoë Hart',
  ].join('\r\n')
  const bytes = Uint8Array.from([...text].map((letter) => ({ '–': 0x96, ë: 0xeb })[letter] ?? letter.charCodeAt(0)))
  const found = await read(bytes)
  expect(found).toMatchObject({ kind: 'children', format: 'csv, Windows-1252, separated by semicolons', rowsTotal: 1, sheets: [{ headerRows: [3] }] })
  expect(fieldsOf(found)).toEqual({
    'YP ref': 'localRef',
    Authority: 'agency',
    'D.O.B.': 'dateOfBirth',
    'M/F': 'sex',
    'Ethnic origin': 'ethnicity',
    'Date LAC': 'enteredCare',
    'Twin track date': 'parallelPlan',
    SHOBPA: 'admDecision',
    'Placment order': 'placementOrder',
    'On LM': 'profileLive',
    'Match panel': 'matchPanel',
    'ADM match': 'matched',
    'Placed with adopters': 'placed',
    'Home finder': 'familyFinder',
  })
  expect(findingsOf(found)).toEqual(['4 D.O.B. two-digit-year', '4 On LM no-date'])
  expect(found.rows[0]).toMatchObject({
    localRef: 'NL-01',
    familyFinder: 'Zoë Hart',
    dates: { dateOfBirth: '2023-04-03', enteredCare: '2024-06-01', placementOrder: '2026-03-03' },
  })
})

test('a heading in two rows, its groups merged', async () => {
  const rows: readonly (readonly CellValue[])[] = [
    ['Tracker'],
    ['Child', null, null, 'Care', 'ADM decision', null, 'Match', null, 'Early permanence', null],
    ['Ref', 'DOB', 'Sex', 'Start date', 'Made?', 'Date', 'Panel', 'Date', 'Type', 'Placed'],
    ['A1', 45_000, 'F', 45_100, 'Yes', 45_900, 46_100, 46_110, 'FfA', 45_200],
  ]
  const found = await read(aWorkbook([{ name: 'T', rows, merges: ['A2:C2', 'E2:F2', 'G2:H2', 'I2:J2'] }]))
  expect(found.sheets[0]?.headerRows).toEqual([2, 3])
  expect(fieldsOf(found)).toEqual({
    'Child Ref': 'localRef',
    'Child DOB': 'dateOfBirth',
    'Child Sex': 'sex',
    'Care Start date': 'enteredCare',
    'ADM decision Date': 'admDecision',
    'Match Panel': 'matchPanel',
    'Match Date': 'matched',
    'Early permanence Type': 'earlyPermanenceRoute',
    'Early permanence Placed': 'earlyPermanencePlaced',
  })
  expect(found.rows[0]).toMatchObject({ row: 4, earlyPermanenceRoute: 'fostering-for-adoption' })
})

test('the same heading again means what stands to its left; an empty one is named by its letter', async () => {
  const found = await readText('Ref,DOB,PO?,Date,AO?,Date,,Plan ended,Why', 'A1,01/02/2024,Yes,03/03/2026,No,,x,,', 'A2,01/02/2024,No,,No,,,01/05/2026,RD3')
  expect(fieldsOf(found)).toEqual({
    Ref: 'localRef',
    DOB: 'dateOfBirth',
    'Date [D]': 'placementOrder',
    'Date [F]': 'adoptionOrder',
    'Plan ended': 'planEnded',
    Why: 'planEndedReason',
  })
  expect(found.sheets[0]?.columns.map(({ label }) => label)).toContain('[G]')
})

test('one column, two fields', async () => {
  const found = await readText(
    'Ref,DOB / EDD,EP route / date placed,Plan ended / reason,Sibling group & plan',
    'A1,due 03/2027,,,',
    'A2,01/02/2024,FfA 12/03/2026,01/05/2026 - RD3,SG1 – together',
  )
  expect(fieldsOf(found)).toMatchObject({ 'DOB / EDD': 'dateOfBirth+expectedBirth', 'EP route / date placed': 'earlyPermanencePlaced+earlyPermanenceRoute' })
  expect(found.rows).toMatchObject([
    { due: '2027-03', dates: { dateOfBirth: null } },
    {
      dates: { earlyPermanencePlaced: '2026-03-12', planEnded: '2026-05-01' },
      earlyPermanenceRoute: 'fostering-for-adoption',
      planEndedReason: 'RD3',
      siblingGroup: 'SG1',
      siblingPlan: 'together',
    },
  ])
  expect(findingsOf(found)).toEqual([])
})

test('rows that are no child are left aside, each with its reason', async () => {
  const found = await readText(
    'No.,Ref,DOB,Sex,PO,Notes',
    '1,A1,01/02/2024,M,01/02/2026,',
    ',,,,,see the e-mail of 3 October',
    ',PLACED / ORDER MADE,,,,',
    'No.,Ref,DOB,Sex,PO,Notes',
    '2,A2,01/02/2024,F,01/02/2026,',
    '3,a2 ,01/02/2024,F,01/02/2026,',
    '4,,,,,',
    ',,01/02/2024,F,01/02/2026,',
    'TOTAL,3,,,2,',
    ',Do not sort.,,,,',
  )
  expect(asideOf(found)).toEqual([
    '3 only a note, no child: belongs to the row above',
    '4 heading inside the table',
    '5 the heading again',
    '7 repeats row 6 (the running number apart)',
    '8 prepared for a child who is not written in yet',
    '10 totals row at the foot',
    '11 footnote under the table',
  ])
  expect(found.rowsTotal).toBe(found.rows.length + found.rowsIgnored.length)
  expect(findingsOf(found)).toEqual(['9 Ref missing-id'])
})

test('a merged cell holds for every row of the merge, and makes no row of a blank one', async () => {
  const rows: readonly (readonly CellValue[])[] = [['Ref', 'DOB', 'Sib group'], ['A1', 45_000, 'SG1'], ['A2', 45_000, null], [], ['A3', 45_000, null]]
  const found = await read(aWorkbook([{ rows, merges: ['C2:C4'] }]))
  expect(found.rows.map(({ row, siblingGroup }) => [row, siblingGroup])).toEqual([
    [2, 'SG1'],
    [3, 'SG1'],
    [5, null],
  ])
})

test('several sheets of children are read, lists and others are left aside, and a reference stands once in all of them', async () => {
  const heading = ['Ref', 'DOB', 'Came into care', 'PO granted']
  const found = await read(
    aWorkbook([
      { name: 'Current', rows: [heading, ['A1', 45_000, 45_100, 45_900], ['A2', 45_000, 45_100, 45_900]] },
      { name: 'Closed', rows: [['Closed cases'], heading, ['A3', 45_000, 45_100, 45_900], ['A2', 45_000, 45_100, 45_901], ['A1', 45_000, 45_100, 45_900]] },
      {
        name: 'Lookups',
        rows: [
          ['Gender', 'Ethnicity', 'Reason'],
          ['M', 'White British', 'RD1'],
          ['F', 'Indian', 'RD2'],
        ],
      },
      {
        name: 'Summary',
        rows: [
          ['Stage', 'Number'],
          ['Waiting', 12],
        ],
      },
      { name: 'Blank', rows: [] },
    ]),
  )
  expect(found.sheets.map(({ name, headerRows }) => [name, headerRows])).toEqual([
    ['Current', [1]],
    ['Closed', [2]],
  ])
  expect(found.sheetsIgnored.map(({ sheet }) => sheet)).toEqual(['Lookups', 'Summary', 'Blank'])
  expect(found.rows.flatMap(({ findings }) => findings.map(({ sheet, row, code }) => `${sheet ?? ''} ${row.toString()} ${code}`))).toEqual([
    'Current 3 conflicting-duplicate',
    'Closed 4 conflicting-duplicate',
  ])
  expect(found.rowsIgnored).toEqual([{ sheet: 'Closed', row: 5, reason: 'repeats row 2 of the sheet "Current" (the running number apart)' }])
})

test('what people write where there is nothing, and what a spreadsheet shows where it failed', async () => {
  const rows: readonly (readonly CellValue[])[] = [
    ['Ref', 'DOB', 'Sex', 'Disabled', 'PO', 'EP?', 'Sib group', 'Notes'],
    ['A1', 45_000, 'X', 'maybe', 'n/a', 'N', '-', '=1+1'],
    ['A2', 45_000, 'f', 'Y - see CPR', { t: 'e', v: 42 }, 'Y', 'n/a', '- seen on Monday'],
    ['TBC', 45_000, 'm', 'No', 46_000, 'Conc', '', ''],
  ]
  const found = await read(aWorkbook([{ rows }]))
  expect(findingsOf(found).toSorted((a, b) => a.localeCompare(b))).toEqual([
    '2 Disabled unknown-value',
    '2 Notes formula-text',
    '2 PO no-date',
    '2 Sex unknown-sex',
    '3 EP? unknown-value',
    '3 PO cell-error',
    '4 Ref missing-id',
  ])
  expect(found.rows.map(({ disability, siblingGroup }) => [disability, siblingGroup])).toEqual([
    [null, null],
    [true, null],
    [false, null],
  ])
})

test('what a person says of a column wins, also over another column that says the same', async () => {
  const text = 'Ref,Order date,PO date,Came in\nA1,01/02/2026,02/02/2026,01/01/2025\n'
  const choices = new Map<string, ChildField | null>([
    ['Order date', 'placementOrder'],
    ['Came in', 'enteredCare'],
  ])
  const found = await read(new TextEncoder().encode(text), choices)
  expect(fieldsOf(found)).toEqual({ Ref: 'localRef', 'Order date': 'placementOrder', 'Came in': 'enteredCare' })
  expect(found.rows[0]?.dates).toMatchObject({ placementOrder: '2026-02-01', enteredCare: '2025-01-01' })
})

test.each([
  ['a list of adopters', 'Household ref,Enquiry date,Stage 1 start,Stage 2 start,Approval date,Matched', 'adopters'],
  ['a list of something else', 'Item,Price,Shop', 'unknown'],
  ['no heading at all', 'A1,01/02/2024,M', 'unknown'],
])('%s is told from a tracker of children', async (_what, heading, kind) => {
  expect(await readText(heading, 'X1,01/02/2024,03/03/2025,04/04/2025,05/05/2025,06/06/2025')).toMatchObject({ kind, rows: [] })
})
