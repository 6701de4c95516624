import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from './plain-date.ts'

/** The bank holidays of one calendar year. Comes in as an argument wherever working days are counted. */
export type BankHolidays = (year: number) => ReadonlySet<PlainDate>

const isWorking = (date: Temporal.PlainDate, holidays: BankHolidays): boolean => date.dayOfWeek <= 5 && !holidays(date.year).has(date.toString() as PlainDate)

/** Monday to Friday, and no bank holiday. */
export const isWorkingDay = (day: PlainDate, holidays: BankHolidays): boolean => isWorking(Temporal.PlainDate.from(day), holidays)

/**
 * The so-many-th working day after a day, or before it where the number is negative; the day itself counts for nothing, so that a report
 * handed in on a Saturday has its first working day on Monday. Nought working days from a day is that day, working or not.
 */
export const addWorkingDays = (from: PlainDate, workingDays: number, holidays: BankHolidays): PlainDate => {
  const step = { days: Math.sign(workingDays) }
  let date = Temporal.PlainDate.from(from)
  for (let left = Math.abs(workingDays); left > 0;) {
    date = date.add(step)
    if (isWorking(date, holidays)) left -= 1
  }
  return date.toString() as PlainDate
}

/** Working days after one day up to and with another; negative when `until` is earlier. `addWorkingDays` of that many leads from the one to the other. */
export const workingDaysBetween = (from: PlainDate, until: PlainDate, holidays: BankHolidays): number => {
  const step = from <= until ? 1 : -1
  const end = Temporal.PlainDate.from(until)
  let count = 0
  for (let date = Temporal.PlainDate.from(from); !date.equals(end);) {
    date = date.add({ days: step })
    if (isWorking(date, holidays)) count += step
  }
  return count
}
