import type { AgencyId, MeetingId, WorkerId } from '../core/ids.ts'
import { daysBetween } from '../core/plain-date.ts'
import type { MeetingReference } from '../core/reference.ts'
import type { Booking, SeriesToBook } from './calendar-port.ts'
import type { SeriesTimes } from './tracking-series.ts'

/** What was asked for; none of it says anything about a child. */
export interface MeetingFacts extends SeriesTimes {
  readonly id: MeetingId
  readonly agencyId: AgencyId
  readonly reference: MeetingReference
  readonly version: number
  readonly kind: 'tracking'
  readonly organiserId: WorkerId
}

/** A booked series has its event; one that waits or was refused says why. Never half a meeting. */
export type Booked = { readonly state: 'booked'; readonly eventId: string; readonly joinUrl: string | null }
export type Waiting = { readonly state: 'to-be-booked' } | { readonly state: 'to-be-retried'; readonly problem: string }
export type RefusedBooking = { readonly state: 'refused'; readonly problem: string }
export type BookingState = Waiting | Booked | RefusedBooking
export type Meeting = MeetingFacts & BookingState

/** The calendar that an agency's meetings are booked on, and the person who asked. */
export interface CalendarOf {
  /** the agency's own tenant, or that of the agency that serves it */
  readonly tenantId: string
  /** the agency's shared mailbox */
  readonly mailbox: string
}

/** Who is invited: the person who asked, as the calendar's tenant knows them. */
export interface Organiser {
  readonly name: string
  readonly tenantId: string
  readonly objectId: string
}

/** Shown in calendars, free/busy and forwarded invitations, across tenants: it never identifies a child (design 3.4). */
export const neutralTitle = (reference: MeetingReference): string => `Tracking meeting ${reference}`

export const NOT_ANSWERED_YET = 'Outlook has not answered yet. Nothing is lost; the booking is tried again by itself and nobody needs to press anything.'

export const NO_MAILBOX =
  'Your agency has no “Family finding” mailbox in this app yet, so there is no calendar to book in. Ask an administrator to set the mailbox, then schedule the meeting again.'

/** The same weekday, time, rhythm and weeks: typed twice, or scheduled by two colleagues. */
export const isSameSeries = (one: SeriesTimes, other: SeriesTimes): boolean =>
  one.weekday === other.weekday &&
  one.startsAt === other.startsAt &&
  one.everyWeeks === other.everyWeeks &&
  daysBetween(one.firstOn, other.firstOn) % (7 * one.everyWeeks) === 0

export const alreadyThere = (reference: MeetingReference): string =>
  `There is a tracking meeting at these times already (${reference}), so no second one is booked. Type *meetings* or open the Meetings page to see it.`

export const givenUp = ({ subject, mailbox }: Pick<SeriesToBook, 'subject' | 'mailbox'>): string =>
  `Outlook has not answered for hours, and the booking is no longer tried. Look in the calendar of ${mailbox} whether “${subject}” is there; if not, schedule the meeting again.`

/** What is sent to the calendar. A person whose account is in another tenant cannot be looked up there and is not invited by it. */
export const seriesToBook = (meeting: MeetingFacts, calendar: CalendarOf, organiser: Organiser): SeriesToBook => ({
  transactionId: meeting.id,
  tenantId: calendar.tenantId,
  mailbox: calendar.mailbox,
  subject: neutralTitle(meeting.reference),
  body: `A tracking meeting of the agency, booked by Family Finding as ${meeting.reference}. The agenda is in the app. Please write nothing about a child in this invitation.`,
  weekday: meeting.weekday,
  everyWeeks: meeting.everyWeeks,
  firstOn: meeting.firstOn,
  startsAt: meeting.startsAt,
  minutes: meeting.minutes,
  attendees: organiser.tenantId === calendar.tenantId ? [{ objectId: organiser.objectId, name: organiser.name }] : [],
})

/** What the calendar's answer makes of a meeting that waits. */
export const afterBooking = (booking: Booking): BookingState => {
  switch (booking.kind) {
    case 'booked':
      return { state: 'booked', eventId: booking.eventId, joinUrl: booking.joinUrl }
    case 'retry':
      return { state: 'to-be-retried', problem: NOT_ANSWERED_YET }
    case 'refused':
      return { state: 'refused', problem: booking.problem }
  }
}
