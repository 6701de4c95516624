import { addDays, addMonths, daysBetween, londonToday, parsePlainDate, yearsBetween, type PlainDate } from '../../src/core/plain-date.ts'

const day = (text: string): PlainDate => parsePlainDate(text)!

test('only real days in ISO form are plain dates', () => {
  expect(parsePlainDate('2026-11-22')).toBe('2026-11-22')
  for (const text of ['2026-02-30', '2026-13-01', '22/11/2026', '2026-1-1', '', 'today']) expect(parsePlainDate(text)).toBeUndefined()
})

test('today is the day in London, also in the hour after midnight in summer', () => {
  expect(londonToday(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  expect(londonToday(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
})

test('days, months and ages are counted by the calendar', () => {
  expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
  expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2)
  expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28')
  expect(yearsBetween(day('2024-02-29'), day('2026-02-28'))).toBe(1)
  expect(yearsBetween(day('2024-02-29'), day('2026-03-01'))).toBe(2)
})
