import { readDateCell } from '../../src/trackers/read-date-cell.ts'

test.each([
  ['16/05/2024', { date: '2024-05-16' }],
  ['1/2/2024', { date: '2024-02-01' }],
  ['2024-05-16', { date: '2024-05-16' }],
  ['', { date: null }],
  ['31/02/2026', { date: null, code: 'impossible-date' }],
  ['2026-02-31', { date: null, code: 'impossible-date' }],
  ['03/25/2026', { date: null, code: 'month-first' }],
  ['TBC', { date: null, code: 'no-date' }],
  ['w/c 12/6', { date: null, code: 'no-date' }],
  ['16/05/24', { date: '2024-05-16', code: 'two-digit-year' }],
])('%s is read as day, month, year', (cell, expected) => {
  expect(readDateCell(cell)).toEqual(expected)
})
