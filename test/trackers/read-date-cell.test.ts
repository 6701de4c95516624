import { readBirthCell, readDueCell } from '../../src/trackers/read-birth-cell.ts'
import { readDateCell } from '../../src/trackers/read-date-cell.ts'
import { date } from '../children/a-child.ts'

test.each([
  ['16/05/2024', { date: '2024-05-16' }],
  ['1/2/2024', { date: '2024-02-01' }],
  ['2024-05-16', { date: '2024-05-16' }],
  ['2024-05-16T00:00:00', { date: '2024-05-16' }],
  ['16/05/2024 09:30', { date: '2024-05-16' }],
  ['3 Mar 2026', { date: '2026-03-03' }],
  ['3rd of March, 2026', { date: '2026-03-03' }],
  ['Tue 3 March 2026', { date: '2026-03-03' }],
  ['03-Mar-2026', { date: '2026-03-03' }],
  ['March 3, 2026', { date: '2026-03-03' }],
  ['12 Sept 2026', { date: '2026-09-12' }],
  ['03.03.26', { date: '2026-03-03', code: 'two-digit-year' }],
  ['3-Mar-26', { date: '2026-03-03', code: 'two-digit-year' }],
  ['16/05/24', { date: '2024-05-16', code: 'two-digit-year' }],
  ['03 03 2026', { date: '2026-03-03' }],
  ['20260303', { date: '2026-03-03' }],
  ['46084', { date: '2026-03-03' }],
  ['', { date: null }],
  [' \u00a0\u200b', { date: null }],
  ['29/02/2024', { date: '2024-02-29' }],
  ['29/02/2025', { date: null, code: 'impossible-date' }],
  ['31/02/2026', { date: null, code: 'impossible-date' }],
  ['31 September 2026', { date: null, code: 'impossible-date' }],
  ['00/01/2026', { date: null, code: 'impossible-date' }],
  ['32/13/2026', { date: null, code: 'impossible-date' }],
  ['01/01/1990', { date: '1990-01-01' }],
  ['31/12/1989', { date: null, code: 'impossible-date' }],
  ['12/06/1924', { date: null, code: 'impossible-date' }],
  ['12/06/2101', { date: null, code: 'impossible-date' }],
  ['1 June 1924', { date: null, code: 'impossible-date' }],
  ['32000', { date: null, code: 'impossible-date' }],
  ['99999', { date: null, code: 'impossible-date' }],
  ['12345', { date: null, code: 'no-date' }],
  ['3104200', { date: null, code: 'no-date' }],
  ['12/06/0206', { date: null, code: 'impossible-date' }],
  ['12/06/202', { date: null, code: 'impossible-date' }],
  ['2026-02-31', { date: null, code: 'impossible-date' }],
  ['03/25/2026', { date: null, code: 'month-first' }],
  ['03.25.26', { date: null, code: 'month-first' }],
  ['TBC', { date: null, code: 'no-date' }],
  ['w/c 12/6', { date: null, code: 'no-date' }],
  ['March 2026', { date: null, code: 'no-date' }],
  ['2026', { date: null, code: 'no-date' }],
  ['12/06/2026 or 13/06/2026', { date: null, code: 'no-date' }],
  ['=TODAY()', { date: null, code: 'no-date' }],
])('“%s” is read as day, month, year', (text, expected) => {
  expect(readDateCell({ text })).toEqual(expected)
})

test('a number of a workbook is the day that it stands for; one that stands for none in a child’s life is no date', () => {
  expect(readDateCell({ text: '46084', day: date('2026-03-03') })).toEqual({ date: '2026-03-03' })
  expect(readDateCell({ text: '2026', day: date('1905-07-18') })).toEqual({ date: null, code: 'no-date' })
  expect(readDateCell({ text: '8929', day: date('1924-06-12') })).toEqual({ date: null, code: 'impossible-date' })
  expect(readDateCell({ text: '32873', day: date('1989-12-31') })).toEqual({ date: null, code: 'impossible-date' })
  expect(readDateCell({ text: '', fault: 'cell-error' })).toEqual({ date: null, code: 'cell-error' })
  expect(readDateCell(undefined)).toEqual({ date: null })
})

const TODAY = date('2026-11-22')
test.each([
  ['Unborn - due 08/2026', { born: null, due: '2026-08' }],
  ['EDD 12/03/2027', { born: null, due: '2027-03' }],
  ['due March 2027', { born: null, due: '2027-03' }],
  ['unborn (Mar-27)', { born: null, due: '2027-03', code: 'two-digit-year' }],
  ['Unborn', { born: null, due: null, code: 'no-date' }],
  ['03/04/2023', { born: '2023-04-03', due: null }],
])('a birth cell “%s”', (text, expected) => {
  expect(readBirthCell({ text }, false, TODAY)).toEqual(expected)
})

test.each(['due 03/1950', 'unborn 04/2150', 'due March 2101'])('“%s” is no month in which a child is due', (text) => {
  expect(readBirthCell({ text }, true, TODAY)).toEqual({ born: null, due: null, code: 'impossible-date' })
})

test('a day ahead is the day the child is due only where the heading names both', () => {
  expect(readBirthCell({ text: '12/03/2027' }, true, TODAY)).toEqual({ born: null, due: '2027-03' })
  expect(readBirthCell({ text: '12/03/2027' }, false, TODAY)).toEqual({ born: '2027-03-12', due: null })
})

test.each([
  ['03/2027', '2027-03'],
  ['2027-03', '2027-03'],
  ['Mar 2027', '2027-03'],
  ['13/2027', null],
])('a due month “%s”', (text, due) => {
  expect(readDueCell({ text }).due).toBe(due)
})
