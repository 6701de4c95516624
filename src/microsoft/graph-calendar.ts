import type { Client } from '@microsoft/microsoft-graph-client'
import type { Attendee } from '@microsoft/microsoft-graph-types'
import type { Booking, CalendarPort, SeriesToBook } from '../meetings/calendar-port.ts'
import { isDuplicate, problemOf } from './graph-problems.ts'
import type { Call } from './graph-problems.ts'
import type { TokenOf } from './graph-tokens.ts'
import { graphClient, sendToGraph } from './graph-transport.ts'
import type { Send } from './graph-transport.ts'
import { bookedEvent, differsFrom, directoryUser, foundEvents } from './series-answer.ts'
import type { BookedEvent } from './series-answer.ts'
import { PREFER, seriesRequest } from './series-request.ts'

export interface GraphDeps {
  readonly tokenOf: TokenOf
  /** the network when absent; local mode sends to its double */
  readonly send?: Send
  readonly now?: () => Date
}

/** Something that stopped the booking, already told apart from a bug. */
type Step<T> = { readonly value: T } | { readonly stopped: Booking }

/** The addresses of the people to invite, from their own tenant's directory; they are sent on and never stored. */
const invite = async (client: Client, { name, objectId }: SeriesToBook['attendees'][number]): Promise<Attendee> => {
  const answer: unknown = await client
    .api(`/users/${encodeURIComponent(objectId)}`)
    .select(['mail', 'userPrincipalName'])
    .get()
  const { mail, userPrincipalName } = directoryUser.parse(answer)
  return { type: 'required', emailAddress: { name, address: mail ?? userPrincipalName ?? null } }
}

const eventsOf = (client: Client, mailbox: string) => client.api(`/users/${encodeURIComponent(mailbox)}/events`).header('Prefer', PREFER)

/**
 * The series that an earlier call with this transactionId made. Graph answers a repeated call with the same event while the body is the same,
 * and with an error once it differs (a changed address). The id cannot be filtered by: the subject can, and is ours alone.
 */
const madeBefore = async (client: Client, series: SeriesToBook): Promise<BookedEvent | undefined> => {
  const answer: unknown = await eventsOf(client, series.mailbox)
    .filter(`subject eq '${series.subject.replaceAll("'", "''")}'`)
    .get()
  return foundEvents.parse(answer).value.find(({ transactionId }) => transactionId === series.transactionId)
}

/** Undefined when Graph's answer to a booking cannot be read: the series may be there all the same. */
const make = async (client: Client, series: SeriesToBook, attendees: readonly Attendee[]): Promise<BookedEvent | undefined> => {
  try {
    const answer: unknown = await eventsOf(client, series.mailbox).post(seriesRequest(series, attendees))
    return bookedEvent.safeParse(answer).data
  } catch (error) {
    const before = isDuplicate(error) ? await madeBefore(client, series) : undefined
    if (before) return before
    throw error
  }
}

const bookingOf = (event: BookedEvent | undefined, series: SeriesToBook): Booking => {
  const difference = event ? differsFrom(event, series) : 'its answer could not be read'
  if (event && difference === undefined) return { kind: 'booked', eventId: event.id, joinUrl: event.onlineMeeting?.joinUrl ?? null }
  const problem = `Outlook booked the series differently from what was asked (${difference ?? 'unknown'}). Correct or cancel “${series.subject}” in the calendar of ${series.mailbox} by hand.`
  return { kind: 'refused', problem }
}

/**
 * The agencies' calendars over Microsoft Graph, app-only: each call with a token of the agency's own tenant, on the agency's own mailbox.
 * A repeated call with the same transactionId never makes a second series.
 */
export const graphCalendar = ({ tokenOf, send = sendToGraph, now = () => new Date() }: GraphDeps): CalendarPort => {
  const clients = new Map<string, Client>()
  const clientOf = (tenantId: string): Client => {
    const client = clients.get(tenantId) ?? graphClient(tenantId, tokenOf, send)
    clients.set(tenantId, client)
    return client
  }

  const attempt = async <T>(call: Call, work: () => Promise<T>): Promise<Step<T>> => {
    try {
      return { value: await work() }
    } catch (error) {
      return { stopped: problemOf(error, call, now()) }
    }
  }

  const invitations = async (client: Client, series: SeriesToBook): Promise<Step<readonly Attendee[]>> => {
    const found: Attendee[] = []
    for (const person of series.attendees) {
      const step = await attempt({ what: 'person', name: person.name }, () => invite(client, person))
      if ('stopped' in step) return step
      found.push(step.value)
    }
    return { value: found }
  }

  return {
    async bookSeries(series) {
      const client = clientOf(series.tenantId)
      const attendees = await invitations(client, series)
      if ('stopped' in attendees) return attendees.stopped
      const event = await attempt({ what: 'calendar', mailbox: series.mailbox }, () => make(client, series, attendees.value))
      return 'stopped' in event ? event.stopped : bookingOf(event.value, series)
    },
  }
}
