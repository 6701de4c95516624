import { Temporal } from 'temporal-polyfill'
import type { NewEvent } from './event-body.ts'
import { ZONES } from './event-body.ts'

export interface Moments {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
}
/** One meeting of a series, or the only one of an event that does not recur. */
export interface EventOccurrence extends Moments {
  /** `2026-12-01`: its day in the event's own zone */
  readonly day: string
}
export interface Window {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

const DAY_NUMBER = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 } as const

const instant = (dateTime: Temporal.PlainDateTime, timeZone: string): Temporal.Instant => dateTime.toZonedDateTime(ZONES[timeZone] ?? 'UTC').toInstant()

export const momentsOf = ({ start, end }: Pick<NewEvent, 'start' | 'end'>): Moments => ({
  start: instant(Temporal.PlainDateTime.from(start.dateTime), start.timeZone),
  end: instant(Temporal.PlainDateTime.from(end.dateTime), end.timeZone),
})

/** The days of a weekly series, in order, up to a day. Which weeks count depends on the first day of the week. */
function* daysOf(recurrence: NonNullable<NewEvent['recurrence']>, until: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const { pattern, range } = recurrence
  const first = Temporal.PlainDate.from(range.startDate)
  const weekStart = DAY_NUMBER[pattern.firstDayOfWeek ?? 'sunday']
  const offsets = (pattern.daysOfWeek ?? []).map((day) => (DAY_NUMBER[day] - weekStart + 7) % 7).toSorted((a, b) => a - b)
  const last = range.type === 'endDate' && range.endDate !== undefined ? Temporal.PlainDate.from(range.endDate) : until
  let left = range.type === 'numbered' ? (range.numberOfOccurrences ?? 0) : Number.POSITIVE_INFINITY
  let week = first.subtract({ days: (first.dayOfWeek - weekStart + 7) % 7 })
  while (left > 0 && Temporal.PlainDate.compare(week, until) <= 0) {
    for (const offset of offsets) {
      const day = week.add({ days: offset })
      if (Temporal.PlainDate.compare(day, first) < 0) continue
      if (left === 0 || Temporal.PlainDate.compare(day, last) > 0) return
      left -= 1
      yield day
    }
    week = week.add({ weeks: pattern.interval })
  }
}

const overlaps = ({ start, end }: Moments, { from, until }: Window): boolean =>
  Temporal.Instant.compare(start, until) < 0 && Temporal.Instant.compare(end, from) > 0

/** The meetings of an event in a window. Wall-clock times hold in the event's own zone, as Exchange expands a series. */
export const occurrencesOf = (event: Pick<NewEvent, 'start' | 'end' | 'recurrence'>, window: Window): readonly EventOccurrence[] => {
  const start = Temporal.PlainDateTime.from(event.start.dateTime)
  if (!event.recurrence) return [{ ...momentsOf(event), day: start.toPlainDate().toString() }].filter((one) => overlaps(one, window))

  const length = start.until(Temporal.PlainDateTime.from(event.end.dateTime))
  const lastDay = window.until.toZonedDateTimeISO(ZONES[event.start.timeZone] ?? 'UTC').toPlainDate()
  return [...daysOf(event.recurrence, lastDay)]
    .map((day) => {
      const begins = day.toPlainDateTime(start.toPlainTime())
      return { day: day.toString(), start: instant(begins, event.start.timeZone), end: instant(begins.add(length), event.end.timeZone) }
    })
    .filter((one) => overlaps(one, window))
}
