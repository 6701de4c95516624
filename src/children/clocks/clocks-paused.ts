import { daysBetween, type PlainDate } from '../../core/plain-date.ts'
import type { Pause } from '../child-views.ts'

/** Days between two days on which the child was on hold or the plan challenged; a day in two pauses counts once, the day on which a pause ended is none of it. */
export const pausedDays = (pauses: readonly Pick<Pause, 'from' | 'until'>[], from: PlainDate, until: PlainDate): number => {
  let counted = from
  let days = 0
  for (const pause of [...pauses].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const begin = pause.from > counted ? pause.from : counted
    const end = pause.until !== null && pause.until < until ? pause.until : until
    if (begin >= end) continue
    days += daysBetween(begin, end)
    counted = end
  }
  return days
}
