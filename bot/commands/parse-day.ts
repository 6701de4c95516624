import { en } from 'chrono-node'
import { addDays, addMonths, parsePlainDate, type PlainDate } from '../../src/core/plain-date.ts'
import { capitalised, dayWords } from '../texts/words.ts'
import { NUMBER, numberOf } from './typed-text.ts'

/** A day that somebody typed, in London's calendar, always day before month. `said` is the part of the text that says it. */
export type DayRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly date: PlainDate; readonly said: string }
  /** a week, a month or the last so many days: where it begins */
  | { readonly kind: 'span'; readonly from: PlainDate; readonly said: string }
  /** no day, or more than one that it could be: the sentence asks back */
  | { readonly kind: 'unclear'; readonly sentence: string; readonly said: string }

/** What a day without a year is: the last one there was, or a question where this year's is still ahead. */
export type WithoutYear = 'last' | 'ask'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
const YEAR = String.raw`(\d{4}|'?\d{2})`
const monthOf = (name: string): number => MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
const yearOf = (said: string): number => (said.length === 4 ? Number(said) : 2000 + Number(said.replace("'", '')))

const isoOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const noSuchDay = (said: string, month: number): DayRead => ({
  kind: 'unclear',
  said,
  sentence:
    month > 12
      ? `There is no month ${month}. I read the day first: say for example *25 March 2026*.`
      : `There is no such day as ${said.trim()}. Say the day like *12 March 2026*.`,
})

interface Written {
  readonly said: string
  readonly day: number
  readonly month: number
  readonly year?: string | undefined
}

const dated = ({ said, day, month, year }: Written, today: PlainDate, withoutYear: WithoutYear): DayRead => {
  const thisYear = Number(today.slice(0, 4))
  const date = parsePlainDate(isoOf(year === undefined ? thisYear : yearOf(year), month, day))
  if (date === undefined) return noSuchDay(said, month)
  if (date.slice(0, 4) < '1990') return { kind: 'unclear', said, sentence: `${dayWords(date)} cannot be meant. Say the day like *12 March 2026*.` }
  if (year !== undefined || date <= today) return { kind: 'day', date, said }
  const before = parsePlainDate(isoOf(thisYear - 1, month, day))
  if (before === undefined) return noSuchDay(said, month)
  if (withoutYear === 'last') return { kind: 'day', date: before, said }
  return { kind: 'unclear', said, sentence: `Which year? ${dayWords(date)} is still ahead. Say *${dayWords(before)}* or *${dayWords(date)}*.` }
}

type Reader = readonly [pattern: RegExp, written: (found: RegExpExecArray) => Written]
const NOT_IN_A_NUMBER = String.raw`(?<![\d/.-])`
const READERS: readonly Reader[] = [
  [
    new RegExp(String.raw`${NOT_IN_A_NUMBER}(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])`, 'u'),
    ([said, year, , month, day]) => ({ said, day: Number(day), month: Number(month), year }),
  ],
  [
    new RegExp(String.raw`${NOT_IN_A_NUMBER}(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])`, 'u'),
    ([said, day, , month, year]) => ({ said, day: Number(day), month: Number(month), year }),
  ],
  [new RegExp(String.raw`${NOT_IN_A_NUMBER}(\d{1,2})/(\d{1,2})(?![\d/-])`, 'u'), ([said, day, month]) => ({ said, day: Number(day), month: Number(month) })],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH}(?:(?:,? |-)${YEAR}\b)?`, 'u'),
    ([said, day, month = '', year]) => ({ said, day: Number(day), month: monthOf(month), year }),
  ],
  [
    new RegExp(String.raw`\b${MONTH} (?:the )?(\d{1,2})(?:st|nd|rd|th)?\b(?:,? (\d{4})\b)?`, 'u'),
    ([said, month = '', day, year]) => ({ said, day: Number(day), month: monthOf(month), year }),
  ],
]

const mondayOf = (date: PlainDate): PlainDate => addDays(date, -((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7))
const firstOfMonth = (date: PlainDate): PlainDate => parsePlainDate(`${date.slice(0, 7)}-01`) ?? date

const back = (today: PlainDate, count: number, unit: string): PlainDate | undefined => {
  const years = unit.startsWith('y')
    ? count
    : unit.startsWith('m')
      ? count / 12
      : unit.startsWith('f')
        ? count / 26
        : unit.startsWith('w')
          ? count / 52
          : count / 365
  if (years > 50) return undefined
  if (unit.startsWith('y')) return addMonths(today, -12 * count)
  if (unit.startsWith('m')) return addMonths(today, -count)
  return addDays(today, -count * (unit.startsWith('f') ? 14 : unit.startsWith('w') ? 7 : 1))
}

const UNIT = '(days?|weeks?|fortnights?|months?|years?)'
const tooFar = (said: string): DayRead => ({ kind: 'unclear', said, sentence: 'That is too long ago. Say the day like *12 March 2026*.' })

const spans = (text: string, today: PlainDate): DayRead => {
  const ago = new RegExp(String.raw`\b(${NUMBER}) ?${UNIT} ago\b`, 'u').exec(text)
  if (ago !== null) {
    const date = back(today, numberOf(ago[1] ?? ''), ago[2] ?? '')
    return date === undefined ? tooFar(ago[0]) : { kind: 'day', date, said: ago[0] }
  }
  const last = new RegExp(String.raw`\b(?:(?:in|over|during|for|within) )?(?:the )?(?:last|past) (${NUMBER}) ?${UNIT}\b`, 'u').exec(text)
  if (last !== null) {
    const from = back(today, numberOf(last[1] ?? ''), last[2] ?? '')
    return from === undefined ? tooFar(last[0]) : { kind: 'span', from, said: last[0] }
  }
  const named = /\b(?:(?:in|over|during) )?(?:the )?(this|last|past) (week|fortnight|month|year)\b/u.exec(text)
  if (named === null) return { kind: 'none' }
  const [said, which, unit] = named
  const begins: Readonly<Record<string, PlainDate>> = {
    'this week': mondayOf(today),
    'last week': addDays(mondayOf(today), -7),
    'past week': addDays(today, -7),
    'this fortnight': addDays(mondayOf(today), -7),
    'last fortnight': addDays(today, -14),
    'past fortnight': addDays(today, -14),
    'this month': firstOfMonth(today),
    'last month': firstOfMonth(addMonths(today, -1)),
    'past month': addMonths(today, -1),
    'this year': parsePlainDate(`${today.slice(0, 4)}-01-01`) ?? today,
    'last year': parsePlainDate(`${Number(today.slice(0, 4)) - 1}-01-01`) ?? today,
    'past year': addMonths(today, -12),
  }
  return { kind: 'span', from: begins[`${which ?? ''} ${unit ?? ''}`] ?? today, said }
}

const SPOKEN = String.raw`today|yesterday|tomorrow|(?:(?:last|this|next|past|on) )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b`

/** "Yesterday", "Monday", "last Tuesday": chrono reads them; a weekday is the last one there was, unless the next is asked for. */
const spoken = (text: string, today: PlainDate): DayRead => {
  const said = new RegExp(String.raw`\b(?:${SPOKEN})`, 'u').exec(text)?.[0]
  if (said === undefined) return { kind: 'none' }
  const [read] = en.GB.parse(said, new Date(`${today}T12:00:00`))
  if (read === undefined) return { kind: 'none' }
  const date = parsePlainDate(isoOf(read.start.get('year') ?? 0, read.start.get('month') ?? 0, read.start.get('day') ?? 0))
  if (date === undefined) return { kind: 'none' }
  const isPast = !/^(?:next|tomorrow)\b/u.test(said)
  return { kind: 'day', date: isPast && date > today ? addDays(date, -7) : date, said }
}

const monthAlone = (text: string): DayRead => {
  const found = new RegExp(String.raw`\b(?:in )?${MONTH}(?: (\d{4}))?(?!\w)`, 'u').exec(text)
  if (found === null || (found[1] === 'may' && found[2] === undefined)) return { kind: 'none' }
  const month = capitalised(MONTHS[monthOf(found[1] ?? '') - 1] ?? '')
  const year = found[2] ?? ''
  return { kind: 'unclear', said: found[0], sentence: `Which day of ${month}? Say for example *12 ${month}${year === '' ? '' : ` ${year}`}*.` }
}

/** Reads the first day that a tidied text names. Never month before day: 3/4 is 3 April. Refuses 31 February and the 25th month. */
export const readDay = (text: string, today: PlainDate, withoutYear: WithoutYear): DayRead => {
  for (const [pattern, written] of READERS) {
    const found = pattern.exec(text)
    if (found !== null) return dated(written(found), today, withoutYear)
  }
  for (const read of [spans(text, today), spoken(text, today)]) if (read.kind !== 'none') return read
  return monthAlone(text)
}
