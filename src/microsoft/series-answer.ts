import * as z from 'zod'
import type { SeriesToBook } from '../meetings/calendar-port.ts'

const zoned = z.object({ dateTime: z.string(), timeZone: z.string() })

/** What we rely on of Graph's event. Graph sends much more, and more every year: what we do not read is not refused. */
export const bookedEvent = z.object({
  id: z.string().min(1),
  transactionId: z.string().nullish(),
  originalStartTimeZone: z.string(),
  start: zoned,
  end: zoned,
  recurrence: z.object({
    pattern: z.object({ type: z.string(), interval: z.int(), daysOfWeek: z.array(z.string()), firstDayOfWeek: z.string() }),
    range: z.object({ type: z.string(), startDate: z.string() }),
  }),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
})
export type BookedEvent = z.output<typeof bookedEvent>

export const foundEvents = z.object({ value: z.array(bookedEvent) })

export const directoryUser = z.object({ mail: z.string().nullish(), userPrincipalName: z.string().nullish() })

/** Both names of London's zone: Graph may answer with either. */
const LONDON_NAMES = ['GMT Standard Time', 'Europe/London']

/**
 * What Outlook made differently from what was asked, in words; undefined when the series is as asked.
 * Graph has been seen to ignore the zone that was sent (msgraph-sdk-javascript 269), which would put every meeting an hour off in summer.
 */
export const differsFrom = (event: BookedEvent, asked: SeriesToBook): string | undefined => {
  const { pattern, range } = event.recurrence
  if (!LONDON_NAMES.includes(event.originalStartTimeZone)) return `time zone ${event.originalStartTimeZone}`
  if (LONDON_NAMES.includes(event.start.timeZone) && !event.start.dateTime.startsWith(`${asked.firstOn}T${asked.startsAt}`))
    return `first meeting at ${event.start.dateTime}`
  if (range.startDate !== asked.firstOn) return `first day ${range.startDate}`
  if (pattern.type !== 'weekly' || pattern.interval !== asked.everyWeeks) return `every ${String(pattern.interval)} (${pattern.type})`
  if (pattern.daysOfWeek.join() !== asked.weekday) return `on ${pattern.daysOfWeek.join(', ')}`
  return undefined
}
