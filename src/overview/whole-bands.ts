import { waitingBandLimits } from '../children/bands.ts'
import { daysBetween, type PlainDate } from '../core/plain-date.ts'
import type { WaitingFilter } from './waiting-list.ts'

/** Months differ by up to three days, so that "more than 183 days" means six months on every day of the year. */
const SLACK = 3

/**
 * Widens the days of a filter to whole waiting bands. An anonymous list answers no finer question than it answers in its rows: else
 * somebody who moves the limit day by day reads exact days from who is still listed.
 */
export const inWholeBands = ({ minDays, maxDays, ...rest }: WaitingFilter, today: PlainDate): WaitingFilter => {
  const limits = waitingBandLimits(today)
  const edges = [limits.threeMonths, limits.sixMonths, limits.twelveMonths].map((limit) => daysBetween(limit, today))
  const least = minDays === undefined ? undefined : edges.findLast((edge) => edge <= minDays + SLACK)
  const most = maxDays === undefined ? undefined : edges.find((edge) => edge - 1 >= maxDays - SLACK)
  return { ...rest, ...(least === undefined ? {} : { minDays: least }), ...(most === undefined ? {} : { maxDays: most - 1 }) }
}
