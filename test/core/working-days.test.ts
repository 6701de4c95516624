import fc from 'fast-check'
import { bankHolidaysOfEngland } from '../../src/core/bank-holidays.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/core/plain-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/core/working-days.ts'

const holidays = bankHolidaysOfEngland()
const day = (text: string): PlainDate => text as PlainDate

/** As published at gov.uk/bank-holidays for England and Wales: the weekdays on which one is kept, substitute days instead of the day itself. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}
const isWeekday = (text: string): boolean => ![0, 6].includes(new Date(`${text}T00:00:00Z`).getUTCDay())

test.each(Object.entries(PUBLISHED))('the bank holidays of %s are those that were published', (year, published) => {
  const found = [...holidays(Number(year))].filter(isWeekday).map((text) => text.slice(5))
  expect(found.sort().join(' ')).toBe(published)
})

test('a year is asked for once', () => {
  expect(holidays(2026)).toBe(holidays(2026))
})

test('working days pass over Easter, Christmas and a moved day', () => {
  expect(addWorkingDays(day('2026-04-02'), 1, holidays)).toBe('2026-04-07')
  expect(addWorkingDays(day('2026-12-24'), 1, holidays)).toBe('2026-12-29')
  expect(addWorkingDays(day('2012-06-01'), 1, holidays)).toBe('2012-06-06')
  expect(addWorkingDays(day('2026-11-20'), 7, holidays)).toBe('2026-12-01')
  expect(addWorkingDays(day('2026-04-07'), -1, holidays)).toBe('2026-04-02')
})

test('nought working days from a Sunday is the Sunday, one is the Monday', () => {
  expect(addWorkingDays(day('2026-11-22'), 0, holidays)).toBe('2026-11-22')
  expect(addWorkingDays(day('2026-11-22'), 1, holidays)).toBe('2026-11-23')
  expect(isWorkingDay(day('2026-11-22'), holidays)).toBe(false)
  expect(isWorkingDay(day('2026-11-23'), holidays)).toBe(true)
})

test('no other day counts than the one after and those up to the end', () => {
  expect(workingDaysBetween(day('2026-12-24'), day('2027-01-04'), holidays)).toBe(4)
  expect(workingDaysBetween(day('2026-11-21'), day('2026-11-22'), holidays)).toBe(0)
  expect(workingDaysBetween(day('2026-11-23'), day('2026-11-23'), holidays)).toBe(0)
})

const anyDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays(day('2000-01-01'), days))

test('so many working days on, that many lie between, and the last one is a working day', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -80, max: 80 }).filter((count) => count !== 0),
      (from, count) => {
        const to = addWorkingDays(from, count, holidays)
        expect(workingDaysBetween(from, to, holidays)).toBe(count)
        expect(isWorkingDay(to, holidays)).toBe(true)
        expect(Math.abs(daysBetween(from, to))).toBeGreaterThanOrEqual(Math.abs(count))
      },
    ),
  )
})

test('the working days of two spans that meet are those of the whole', () => {
  fc.assert(
    fc.property(anyDay, fc.nat({ max: 200 }), fc.nat({ max: 200 }), (from, first, second) => {
      const middle = addDays(from, first)
      const end = addDays(middle, second)
      const whole = workingDaysBetween(from, end, holidays)
      expect(workingDaysBetween(from, middle, holidays) + workingDaysBetween(middle, end, holidays)).toBe(whole)
      expect(whole).toBeLessThanOrEqual(daysBetween(from, end))
    }),
  )
})
