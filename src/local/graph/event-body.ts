import type { Event } from '@microsoft/microsoft-graph-types'
import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { GraphFailure } from './graph-answer.ts'

/** Zones that the double knows, by the names Graph takes. */
export const ZONES: Readonly<Record<string, string>> = { 'GMT Standard Time': 'Europe/London', 'Europe/London': 'Europe/London', UTC: 'UTC' }
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const isoDate = z.iso.date()
const dateTimeTimeZone = z.strictObject({
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?$/u),
  timeZone: z.string(),
})

const pattern = z.strictObject({
  type: z.enum(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly']),
  interval: z.int(),
  daysOfWeek: z.array(z.enum(DAYS)).optional(),
  firstDayOfWeek: z.enum(DAYS).optional(),
})
const range = z.strictObject({
  type: z.enum(['endDate', 'noEnd', 'numbered']),
  startDate: isoDate,
  endDate: isoDate.optional(),
  numberOfOccurrences: z.int().optional(),
  recurrenceTimeZone: z.string().optional(),
})
const attendee = z.strictObject({
  type: z.enum(['required', 'optional', 'resource']),
  emailAddress: z.strictObject({ name: z.string().nullish(), address: z.string() }),
})

/** Does not compile when a property is none of Microsoft's own event type. */
const properties = {
  subject: z.string().max(255),
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }).optional(),
  start: dateTimeTimeZone,
  end: dateTimeTimeZone,
  recurrence: z.strictObject({ pattern, range }).optional(),
  attendees: z.array(attendee).max(500).default([]),
  isOnlineMeeting: z.boolean().default(false),
  onlineMeetingProvider: z.enum(['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']).optional(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).default('normal'),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']).default('busy'),
  hideAttendees: z.boolean().default(false),
  allowNewTimeProposals: z.boolean().default(true),
  transactionId: z.string().max(128).optional(),
} satisfies Partial<Record<keyof Event, z.ZodType>>

/** The body of a new event, as far as this app writes one: a property that Graph does not know is refused, as Graph does. */
export const newEvent = z.strictObject(properties)
export type NewEvent = z.output<typeof newEvent>

const unreadable = (where: string): GraphFailure => new GraphFailure(400, 'UnableToDeserializePostBody', `were unable to deserialize ${where}`)
const badProperty = (message: string): GraphFailure =>
  new GraphFailure(400, 'ErrorPropertyValidationFailure', `At least one property failed validation. ${message}`)

const check = (holds: boolean, sentence: string): void => {
  if (!holds) throw badProperty(sentence)
}

const checkZones = ({ start, end, recurrence }: NewEvent): void => {
  for (const { dateTime, timeZone } of [start, end]) {
    if (!(timeZone in ZONES)) throw new GraphFailure(400, 'TimeZoneNotSupportedException', `A valid TimeZone value must be specified. Value: ${timeZone}`)
    check(!/(Z|[+-]\d{2}:\d{2})$/u.test(dateTime), `dateTime ${dateTime} has an offset beside timeZone ${timeZone}.`)
  }
  const zone = recurrence?.range.recurrenceTimeZone
  check(zone === undefined || zone === start.timeZone, 'recurrenceTimeZone differs from the time zone of the start.')
}

const checkTimes = ({ start, end }: NewEvent): void => {
  try {
    const order = Temporal.PlainDateTime.compare(Temporal.PlainDateTime.from(start.dateTime), Temporal.PlainDateTime.from(end.dateTime))
    check(order <= 0, 'The end is before the start.')
  } catch (error) {
    throw error instanceof RangeError ? unreadable('start or end') : error
  }
}

const checkRecurrence = ({ start, recurrence }: NewEvent): void => {
  if (!recurrence) return
  if (recurrence.pattern.type !== 'weekly') throw new GraphFailure(501, 'NotImplemented', 'This double of Graph knows weekly series only.')
  check((recurrence.pattern.daysOfWeek?.length ?? 0) > 0, 'daysOfWeek is required for a weekly pattern.')
  check(recurrence.pattern.firstDayOfWeek !== undefined, 'firstDayOfWeek is required for a weekly pattern.')
  check(recurrence.pattern.interval >= 1 && recurrence.pattern.interval <= 99, 'interval must be between 1 and 99.')
  check(recurrence.range.startDate === start.dateTime.slice(0, 10), 'The startDate of the range must be the day of the start.')
  check(recurrence.range.type !== 'endDate' || (recurrence.range.endDate ?? '') >= recurrence.range.startDate, 'endDate is required and not before startDate.')
  check(recurrence.range.type !== 'numbered' || (recurrence.range.numberOfOccurrences ?? 0) > 0, 'numberOfOccurrences is required.')
}

/** Reads a posted event or throws what Graph answers. */
export const readNewEvent = (posted: unknown): NewEvent => {
  const read = newEvent.safeParse(posted)
  if (!read.success) throw unreadable(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  checkZones(read.data)
  checkTimes(read.data)
  checkRecurrence(read.data)
  return read.data
}
