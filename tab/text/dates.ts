const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = 86_400_000
const LONDON = 'Europe/London'

/** `2026-03-12` as `12 Mar 2026`. A plain date has no zone, so none is applied. */
export const dateWords = (plainDate: string): string => {
  const [year = '', month = '', day = ''] = plainDate.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** `2027-03` as `Mar 2027`. */
export const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`
}

/** Whole days between two plain dates. */
export const daysApart = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / DAY)

/** The plain date of an instant in London. */
export const londonDate = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: LONDON, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)

/** `10:42` in London. */
export const londonTime = (instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)

/** `3 days ago`, `in 12 days`, `today`; nothing beyond six weeks, where the date says more. */
export const distanceWords = (plainDate: string, today: string): string | undefined => {
  const away = daysApart(today, plainDate)
  if (Math.abs(away) > 42) return undefined
  if (away === 0) return 'today'
  if (away === 1) return 'tomorrow'
  if (away === -1) return 'yesterday'
  return away < 0 ? `${-away} days ago` : `in ${away} days`
}

/** `12 Mar 2026 (3 days ago)` */
export const dateWithDistance = (plainDate: string, today: string): string => {
  const distance = distanceWords(plainDate, today)
  return distance === undefined ? dateWords(plainDate) : `${dateWords(plainDate)} (${distance})`
}

/** `12 Mar 2026, 10:42` in London. */
export const instantWords = (instant: string): string => `${dateWords(londonDate(new Date(instant)))}, ${londonTime(new Date(instant))}`

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** `Tuesday` */
export const weekdayOf = (plainDate: string): string => WEEKDAYS[new Date(`${plainDate}T00:00:00Z`).getUTCDay()] ?? ''

/** The last whole year from 1 April to 31 March, as agencies report it: its first and last day. */
export const lastYear = (now: Date): readonly [string, string] => {
  const today = londonDate(now)
  const ends = Number(today.slice(0, 4)) - (today.slice(5) > '03-31' ? 0 : 1)
  return [`${ends - 1}-04-01`, `${ends}-03-31`]
}
