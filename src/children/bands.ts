import { addDays, addMonths, yearsBetween, type PlainDate } from '../core/plain-date.ts'
import type { AgeBand, WaitingBand } from './child-views.ts'

/** In completed years; null for a child without a birth date, or not yet born. */
export const ageInYears = (born: PlainDate | null, today: PlainDate): number | null => (born === null || born > today ? null : yearsBetween(born, today))

/** Bands are half-open: a child is 5 from the fifth birthday. */
export const ageBandOf = (years: number): AgeBand => {
  if (years < 1) return 'under 1'
  if (years < 3) return '1–2'
  if (years < 5) return '3–4'
  return years < 10 ? '5–9' : '10 and over'
}

/** Calendar months, half-open: "3–6 months" begins on the day three months after the wait began. */
export const waitingBandOf = (from: PlainDate, today: PlainDate): WaitingBand => {
  if (today < addMonths(from, 3)) return 'under 3 months'
  if (today < addMonths(from, 6)) return '3–6 months'
  return today < addMonths(from, 12) ? '6–12 months' : 'over 12 months'
}

/** The latest day that lies at least so many months back: 30 November for three months on 28 February, because November's last days all reach it. */
const latestWithin = (months: number, today: PlainDate): PlainDate => {
  let day = addDays(addMonths(today, -months), 3)
  while (addMonths(day, months) > today) day = addDays(day, -1)
  return day
}

/** The waiting bands as ranges of the day that a wait began: at `threeMonths` or before it is at least "3–6 months". */
export const waitingBandLimits = (today: PlainDate): { readonly threeMonths: PlainDate; readonly sixMonths: PlainDate; readonly twelveMonths: PlainDate } => ({
  threeMonths: latestWithin(3, today),
  sixMonths: latestWithin(6, today),
  twelveMonths: latestWithin(12, today),
})
