import { createHash } from 'node:crypto'
import type { DateTimeTimeZone, Event, PatternedRecurrence } from '@microsoft/microsoft-graph-types'
import type { Temporal } from 'temporal-polyfill'
import type { StoredEvent } from './calendar-state.ts'
import { ZONES } from './event-body.ts'
import { momentsOf } from './occurrences.ts'
import type { EventOccurrence, Moments } from './occurrences.ts'

/** Who looks at the event, and in which zone (the answer's zone is UTC unless Prefer asks for another). */
export interface Looking {
  /** the address of the calendar that is read, in lower case */
  readonly address: string
  readonly timeZone: string
}

const zoned = (instant: Temporal.Instant, timeZone: string): DateTimeTimeZone => ({
  dateTime: `${instant
    .toZonedDateTimeISO(ZONES[timeZone] ?? 'UTC')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })}.0000000`,
  timeZone,
})

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex')
const NEVER = '0001-01-01T00:00:00Z'

const joinUrl = ({ id, tenantId }: StoredEvent): string =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${shortHash(id).slice(0, 32)}%40thread.v2/0?context=${encodeURIComponent(JSON.stringify({ Tid: tenantId }))}`

/** With hideAttendees each person sees only themselves among the invited. */
const invited = ({ event, mailbox }: StoredEvent, address: string): Event['attendees'] =>
  event.attendees
    .filter(({ emailAddress }) => !event.hideAttendees || mailbox === address || emailAddress.address.toLowerCase() === address)
    .map(({ type, emailAddress }) => ({
      type,
      status: { response: 'none', time: NEVER },
      emailAddress: { name: emailAddress.name ?? null, address: emailAddress.address },
    }))

const common = (stored: StoredEvent, { address, timeZone }: Looking, times: Moments): Event => {
  const { event, mailbox, mailboxName, createdAt } = stored
  const isOrganizer = mailbox === address
  return {
    createdDateTime: createdAt,
    lastModifiedDateTime: createdAt,
    changeKey: shortHash(stored.id).slice(0, 16),
    transactionId: isOrganizer ? (event.transactionId ?? null) : null,
    originalStartTimeZone: event.start.timeZone,
    originalEndTimeZone: event.end.timeZone,
    iCalUId: `040000008200E00074C5B7101A82E008${shortHash(stored.id).toUpperCase()}`,
    subject: event.subject,
    bodyPreview: event.body?.content.slice(0, 255) ?? '',
    body: event.body ?? { contentType: 'text', content: '' },
    start: zoned(times.start, timeZone),
    end: zoned(times.end, timeZone),
    isAllDay: false,
    isCancelled: false,
    isDraft: false,
    isOrganizer,
    sensitivity: event.sensitivity,
    showAs: isOrganizer ? event.showAs : 'tentative',
    hideAttendees: event.hideAttendees,
    allowNewTimeProposals: event.allowNewTimeProposals,
    responseRequested: true,
    responseStatus: isOrganizer ? { response: 'organizer', time: NEVER } : { response: 'notResponded', time: NEVER },
    attendees: invited(stored, address) ?? [],
    organizer: { emailAddress: { name: mailboxName, address: mailbox } },
    isOnlineMeeting: event.isOnlineMeeting,
    onlineMeetingProvider: event.isOnlineMeeting ? (event.onlineMeetingProvider ?? 'teamsForBusiness') : 'unknown',
    onlineMeetingUrl: null,
    onlineMeeting: event.isOnlineMeeting ? { joinUrl: joinUrl(stored) } : null,
  }
}

/** An attendee's copy is an item of its own, with an id of its own. */
export const idFor = ({ id, mailbox }: StoredEvent, address: string): string => (mailbox === address ? id : `${id}.${shortHash(address).slice(0, 12)}`)

/** Graph fills in what does not apply with noughts. */
const recurrenceAnswer = ({ event }: StoredEvent): PatternedRecurrence | null => {
  if (!event.recurrence) return null
  const { pattern, range } = event.recurrence
  return {
    pattern: {
      type: pattern.type,
      interval: pattern.interval,
      daysOfWeek: pattern.daysOfWeek ?? [],
      firstDayOfWeek: pattern.firstDayOfWeek ?? 'sunday',
      month: 0,
      dayOfMonth: 0,
      index: 'first',
    },
    range: {
      type: range.type,
      startDate: range.startDate,
      endDate: range.endDate ?? '0001-01-01',
      numberOfOccurrences: range.numberOfOccurrences ?? 0,
      recurrenceTimeZone: range.recurrenceTimeZone ?? event.start.timeZone,
    },
  }
}

/** The event itself: the master of a series, or a single one. */
export const eventAnswer = (stored: StoredEvent, looking: Looking): Event => ({
  id: idFor(stored, looking.address),
  type: stored.event.recurrence ? 'seriesMaster' : 'singleInstance',
  seriesMasterId: null,
  recurrence: recurrenceAnswer(stored),
  ...common(stored, looking, momentsOf(stored.event)),
})

export const occurrenceAnswer = (stored: StoredEvent, occurrence: EventOccurrence, looking: Looking): Event => {
  const id = idFor(stored, looking.address)
  if (!stored.event.recurrence) return eventAnswer(stored, looking)
  return { id: `${id}.${occurrence.day}`, type: 'occurrence', seriesMasterId: id, recurrence: null, ...common(stored, looking, occurrence) }
}
