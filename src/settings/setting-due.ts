import { addDays, addMonths, type PlainDate } from '../core/plain-date.ts'
import { addWorkingDays, type BankHolidays } from '../core/working-days.ts'
import type { AmountUnit } from './setting-kinds.ts'
import type { SettingHeld } from './setting-values.ts'

/** The last day for something that is to be done within a setting's time, counted from a day. Months are calendar months: one from 31 January ends on the last of February. */
export const dueAfter = (from: PlainDate, { value, unit }: Pick<SettingHeld<number, AmountUnit>, 'value' | 'unit'>, holidays: BankHolidays): PlainDate => {
  switch (unit) {
    case 'days':
      return addDays(from, value)
    case 'weeks':
      return addDays(from, value * 7)
    case 'months':
      return addMonths(from, value)
    case 'working-days':
      return addWorkingDays(from, value, holidays)
  }
}
