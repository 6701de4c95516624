import type { Attendee, Event } from '@microsoft/microsoft-graph-types'
import { Temporal } from 'temporal-polyfill'
import type { SeriesToBook } from '../meetings/calendar-port.ts'

/** Windows' name of London's zone, British Summer Time included. Creating takes this one everywhere; Europe/London not everywhere. */
export const GRAPH_ZONE = 'GMT Standard Time'

/** Ids that survive a move to another folder; answers in London time. The values need double quotes: single ones are answered with 500. */
export const PREFER = `IdType="ImmutableId", outlook.timezone="${GRAPH_ZONE}"`

/** Wall-clock time without an offset: the zone stands beside it. */
const wallClock = (on: string, at: string, minutesLater = 0): string =>
  Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(at)).add({ minutes: minutesLater }).toString({ smallestUnit: 'second' })

/**
 * The body of `POST /users/{mailbox}/events`. The week starts on Monday (the default, Sunday, would count other weeks), the range has no end,
 * and its zone is that of start and end. Private, list of the invited hidden: subjects travel with forwarded invitations and free/busy.
 */
export const seriesRequest = (series: SeriesToBook, attendees: readonly Attendee[]): Event => ({
  subject: series.subject,
  body: { contentType: 'text', content: series.body },
  start: { dateTime: wallClock(series.firstOn, series.startsAt), timeZone: GRAPH_ZONE },
  end: { dateTime: wallClock(series.firstOn, series.startsAt, series.minutes), timeZone: GRAPH_ZONE },
  recurrence: {
    pattern: { type: 'weekly', interval: series.everyWeeks, daysOfWeek: [series.weekday], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: series.firstOn, recurrenceTimeZone: GRAPH_ZONE },
  },
  attendees: [...attendees],
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  sensitivity: 'private',
  showAs: 'busy',
  hideAttendees: true,
  allowNewTimeProposals: false,
  transactionId: series.transactionId,
})
