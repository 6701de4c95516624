import { Temporal } from 'temporal-polyfill'
import { addDays, addMonths, daysBetween, LONDON, londonToday, parsePlainDate } from '../core/plain-date.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { invalid, ok } from '../core/result.ts'
import type { Result } from '../core/result.ts'
import type { Weekday } from './meeting-contract.ts'

/** When a series meets: wall-clock times in Europe/London, so that 10:00 stays 10:00 across both clock changes. */
export interface SeriesTimes {
  readonly weekday: Weekday
  /** wall-clock `10:00` */
  readonly startsAt: string
  readonly minutes: number
  readonly everyWeeks: number
  readonly firstOn: PlainDate
}

export interface Occurrence {
  readonly on: PlainDate
  /** UTC instant */
  readonly startsAt: Date
}

/** Days of the week as Temporal counts them: Monday is 1. */
const DAY_NUMBER: Readonly<Record<Weekday, number>> = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5 }

/** The UTC instant of a wall-clock time in London on a day. Clocks change on Sundays at night, when no series meets: no time is skipped or doubled. */
const instantOf = (on: PlainDate, startsAt: string): Date => {
  const plainTime = Temporal.PlainTime.from(startsAt)
  return new Date(Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: LONDON, plainTime }).epochMilliseconds)
}

const isOn = (weekday: Weekday, date: PlainDate): boolean => Temporal.PlainDate.from(date).dayOfWeek === DAY_NUMBER[weekday]

/** The next meetings that have not ended yet, the one under way included. */
export const nextOccurrences = (series: SeriesTimes, now: Date, count: number): readonly Occurrence[] => {
  const step = series.everyWeeks * 7
  const passed = Math.max(0, Math.floor(daysBetween(series.firstOn, londonToday(now)) / step) - 1)
  // the one before today's may have begun late last night, so a few more are laid out than asked for
  return Array.from({ length: count + 3 }, (_, index) => addDays(series.firstOn, (passed + index) * step))
    .map((on) => ({ on, startsAt: instantOf(on, series.startsAt) }))
    .filter(({ startsAt }) => startsAt.getTime() + series.minutes * 60_000 > now.getTime())
    .slice(0, count)
}

/** The next such weekday whose time is still ahead: today where it is. */
const nextDay = (weekday: Weekday, startsAt: string, now: Date): PlainDate => {
  const today = londonToday(now)
  const ahead = (DAY_NUMBER[weekday] - Temporal.PlainDate.from(today).dayOfWeek + 7) % 7
  const day = addDays(today, ahead)
  return instantOf(day, startsAt) > now ? day : addDays(day, 7)
}

/** `Tuesday 1 December 2026` */
export const sayDay = (date: PlainDate): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '')

const titled = (weekday: Weekday): string => weekday.charAt(0).toUpperCase() + weekday.slice(1)

export interface WantedStart {
  readonly weekday: Weekday
  readonly startsAt: string
  readonly firstOn?: string | undefined
}

/**
 * The day of the first meeting: the one asked for, or else the next such weekday (today while the time is still ahead).
 * Refuses a day that is no such weekday, has passed, or is so far off that it is a slip of the year.
 */
export const firstMeeting = ({ weekday, startsAt, firstOn }: WantedStart, now: Date): Result<PlainDate> => {
  const next = nextDay(weekday, startsAt, now)
  if (firstOn === undefined) return ok(next)
  const day = parsePlainDate(firstOn)
  if (!day) return invalid('firstOn', `“${firstOn}” is no day. Write it as year, month and day, such as ${next}.`)
  if (instantOf(day, startsAt) <= now) return invalid('firstOn', `${sayDay(day)} at ${startsAt} has passed. The next ${titled(weekday)} is ${sayDay(next)}.`)
  if (!isOn(weekday, day)) return invalid('firstOn', `${sayDay(day)} is not a ${titled(weekday)}. The next ${titled(weekday)} is ${sayDay(next)}.`)
  if (day > addMonths(londonToday(now), 12))
    return invalid('firstOn', `${sayDay(day)} is more than a year ahead. Choose a nearer day, such as ${sayDay(next)}.`)
  return ok(day)
}
