import { en } from 'chrono-node'
import { addMonths, parsePlainDate, type PlainDate } from '../../src/core/plain-date.ts'
import { WEEKDAYS, type Weekday } from '../../src/meetings/meeting-contract.ts'
import { capitalised, dayWords } from '../texts/words.ts'
import { takeTime } from './parse-time.ts'
import { NUMBER, numberOf } from './typed-text.ts'

export interface ScheduleAsked {
  readonly weekday: Weekday
  /** wall clock in Europe/London */
  readonly startsAt: string
  readonly everyWeeks: number
  readonly minutes: number
  readonly firstOn?: PlainDate
}
/** A sentence says what to write instead. */
export type ScheduleRead = { readonly ok: true; readonly asked: ScheduleAsked } | { readonly ok: false; readonly sentence: string }

const EXAMPLE = '*schedule tracking every other Tuesday at 10*'
const no = (sentence: string): ScheduleRead => ({ ok: false, sentence })

const DAYS: readonly (readonly [RegExp, Weekday | 'weekend'])[] = [
  [/\bmon(?:day)?s?\b/u, 'monday'],
  [/\btue(?:s|sday)?s?\b/u, 'tuesday'],
  [/\bwed(?:s|nesday)?s?\b/u, 'wednesday'],
  [/\bthu(?:r|rs|rsday)?s?\b/u, 'thursday'],
  [/\bfri(?:day)?s?\b/u, 'friday'],
  [/\b(?:sat(?:urday)?s?|sun(?:day)?s?|weekends?)\b/u, 'weekend'],
]

const EVERY: readonly (readonly [RegExp, (count: string) => number])[] = [
  [/\b(?:every (?:other|second|2nd)|fortnightly|every fortnight|bi-?weekly|each fortnight|alternate)\b/u, () => 2],
  [new RegExp(String.raw`\bevery (${NUMBER}) weeks?\b`, 'u'), numberOf],
  [/\b(?:weekly|every week|each week|every|each)\b/u, () => 1],
]

const takeEvery = (text: string): { readonly weeks: number; readonly rest: string } => {
  for (const [pattern, weeks] of EVERY) {
    const found = pattern.exec(text)
    if (found !== null) return { weeks: weeks(found[1] ?? ''), rest: text.replace(pattern, ' ') }
  }
  return { weeks: 2, rest: text }
}

const takeMinutes = (text: string): { readonly minutes: number; readonly rest: string } => {
  const halves = new RegExp(String.raw`\bfor (${NUMBER}) ?(?:hours?|hrs?)(?: and a half)\b|\bfor (${NUMBER})\.5 ?(?:hours?|hrs?)\b`, 'u').exec(text)
  if (halves !== null) return { minutes: numberOf(halves[1] ?? halves[2] ?? '') * 60 + 30, rest: text.replace(halves[0], ' ') }
  if (/\bfor half an hour\b/u.test(text)) return { minutes: 30, rest: text.replace(/\bfor half an hour\b/u, ' ') }
  const found = new RegExp(String.raw`\bfor (${NUMBER}) ?(hours?|hrs?|minutes?|mins?)\b`, 'u').exec(text)
  if (found === null) return { minutes: 60, rest: text }
  return { minutes: numberOf(found[1] ?? '') * ((found[2] ?? '').startsWith('h') ? 60 : 1), rest: text.replace(found[0], ' ') }
}

type FirstDay = { readonly kind: 'none' } | { readonly kind: 'unread' } | { readonly kind: 'day'; readonly date: PlainDate }

/** "starting 1 December", "from 2026-12-01", "beginning next Tuesday"; a day without a year is the next one ahead. */
const takeFirstDay = (text: string, today: PlainDate): FirstDay & { readonly rest: string } => {
  const found = /\b(?:starting|start|from|beginning|begin|first(?: one)?|commencing)(?: on)? (.+)$/u.exec(text)
  const said = found?.[1]
  if (found === null || said === undefined) return { kind: 'none', rest: text }
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/u.exec(said)?.[1]
  const rest = text.slice(0, found.index)
  if (iso !== undefined) {
    const date = parsePlainDate(iso)
    return date === undefined ? { kind: 'unread', rest } : { kind: 'day', date, rest }
  }
  const [read] = en.GB.parse(said, new Date(`${today}T12:00:00`), { forwardDate: true })
  if (read === undefined) return { kind: 'unread', rest }
  const [year, month, day] = [read.start.get('year') ?? 0, read.start.get('month') ?? 0, read.start.get('day') ?? 0]
  const date = parsePlainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  return date === undefined ? { kind: 'unread', rest } : { kind: 'day', date, rest }
}

const dayOf = (date: PlainDate): Weekday | 'weekend' => {
  const index = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7
  return WEEKDAYS[index] ?? 'weekend'
}

const wrongFirstDay = (first: FirstDay, today: PlainDate): string | undefined => {
  if (first.kind === 'unread') return 'I could not read the first day. Say it like *starting 1 December* or *starting 2026-12-01*.'
  if (first.kind === 'none') return undefined
  if (first.date < today) return `${dayWords(first.date)} is past. Say a first day that is still ahead, or leave it out.`
  if (first.date > addMonths(today, 12)) return `${dayWords(first.date)} is more than a year ahead. Say a first day within a year.`
  return dayOf(first.date) === 'weekend' ? `${dayWords(first.date)} is at a weekend. Tracking meetings are on weekdays.` : undefined
}

/** Reads weekday, time, rhythm, length and first day, in any order; refuses what cannot be booked with a sentence. */
export const parseSchedule = (text: string, today: PlainDate): ScheduleRead => {
  if (/\bmonth(?:ly|s)?\b/u.test(text) && !/\bstart|\bfrom\b/u.test(text))
    return no(`Tracking meetings repeat by weeks. Say for example *every 4 weeks*, or ${EXAMPLE}.`)
  const length = takeMinutes(text)
  const first = takeFirstDay(length.rest, today)
  const every = takeEvery(first.rest)
  const said = DAYS.filter(([pattern]) => pattern.test(every.rest)).map(([, day]) => day)
  const firstProblem = wrongFirstDay(first, today)
  if (said.includes('weekend')) return no(`Tracking meetings are on weekdays, Monday to Friday. Say for example ${EXAMPLE}.`)
  if (said.length > 1) return no(`I read several days. One series has one weekday: say for example ${EXAMPLE}.`)
  if (firstProblem !== undefined) return no(firstProblem)
  const firstDay = first.kind === 'day' ? dayOf(first.date) : undefined
  const weekday = said[0] ?? firstDay
  if (weekday === undefined || weekday === 'weekend') return no(`Which weekday? Say for example ${EXAMPLE}.`)
  if (first.kind === 'day' && firstDay !== weekday)
    return no(`${dayWords(first.date)} is a ${capitalised(firstDay ?? '')}, not a ${capitalised(weekday)}. Change one of them.`)
  // the time may stand after the first day: "starting 1 December at 10"
  const time = takeTime(every.rest, first.kind === 'none' ? '' : length.rest.slice(first.rest.length))
  if (time === undefined) return no(`At what time? Say for example *at 10* or *at 14:30*.`)
  if (time === null) return no(`I could not read that time. Say it like *at 10*, *at 2pm* or *at 14:30*.`)
  if (time < '07:00' || time > '19:00') return no(`${time} is outside working hours. Say a time from 7:00 to 19:00.`)
  if (every.weeks < 1 || every.weeks > 8) return no('A series repeats every 1 to 8 weeks. Say for example *every 2 weeks*.')
  if (length.minutes < 15 || length.minutes > 480) return no('A meeting lasts from 15 minutes to 8 hours. Say for example *for 90 minutes*.')
  return {
    ok: true,
    asked: { weekday, startsAt: time, everyWeeks: every.weeks, minutes: length.minutes, ...(first.kind === 'day' ? { firstOn: first.date } : {}) },
  }
}
