import type { Event } from '@microsoft/microsoft-graph-types'
import type { Now } from '../../core/plain-date.ts'
import type { CalendarState, StoredEvent } from './calendar-state.ts'
import { eventAnswer, idFor, occurrenceAnswer } from './event-answer.ts'
import type { Looking } from './event-answer.ts'
import { readNewEvent } from './event-body.ts'
import { GraphFailure } from './graph-answer.ts'
import type { GraphAnswer } from './graph-answer.ts'
import { windowOf, zoneOf } from './graph-call.ts'
import type { Account, GraphCall } from './graph-call.ts'
import { page, selected, subjectFilter } from './graph-list.ts'
import { occurrencesOf } from './occurrences.ts'

const itemNotFound = (): GraphFailure => new GraphFailure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')

/** What lies in an account's calendar: its own events and those it is invited to, from any tenant. */
const holds =
  ({ address, tenantId }: Account) =>
  ({ event, mailbox, tenantId: owner }: StoredEvent): boolean =>
    (mailbox === address && owner === tenantId) || event.attendees.some(({ emailAddress }) => emailAddress.address.toLowerCase() === address)

const byStart = (a: Event, b: Event): number => (a.start?.dateTime ?? '').localeCompare(b.start?.dateTime ?? '')

/** The calendar half of the Graph double: each endpoint takes a call and the account it names, and answers. */
export const calendarEndpoints = (state: CalendarState, now: Now) => {
  const lookingAs = (account: Account, { prefer }: GraphCall): Looking => ({ address: account.address, timeZone: zoneOf(prefer) })
  const eventsOf = (account: Account): readonly StoredEvent[] => state.all().filter(holds(account))
  const oneOf = (account: Account, eventId: string): StoredEvent => {
    const found = eventsOf(account).find((stored) => idFor(stored, account.address) === eventId)
    if (!found) throw itemNotFound()
    return found
  }
  const occurrences = (events: readonly StoredEvent[], account: Account, call: GraphCall): readonly Event[] => {
    const looking = lookingAs(account, call)
    const window = windowOf(call)
    return events.flatMap((stored) => occurrencesOf(stored.event, window).map((one) => occurrenceAnswer(stored, one, looking))).toSorted(byStart)
  }

  return {
    create: async (call: GraphCall, account: Account): Promise<GraphAnswer> => {
      const looking = lookingAs(account, call)
      const stored = await state.add({ tenantId: account.tenantId, mailbox: account.address, mailboxName: account.name }, readNewEvent(call.body), now())
      return { status: 201, body: eventAnswer(stored, looking) }
    },
    list: (call: GraphCall, account: Account): GraphAnswer => {
      const looking = lookingAs(account, call)
      const subject = subjectFilter(call)
      const found = eventsOf(account).filter(({ event }) => subject === undefined || event.subject === subject)
      return page(
        found.map((stored) => eventAnswer(stored, looking)),
        call,
        `/users/${call.user}/events`,
      )
    },
    one: (call: GraphCall, account: Account, eventId: string): GraphAnswer => ({
      status: 200,
      body: selected(eventAnswer(oneOf(account, eventId), lookingAs(account, call)), call),
    }),
    instances: (call: GraphCall, account: Account, eventId: string): GraphAnswer =>
      page(occurrences([oneOf(account, eventId)], account, call), call, `/users/${call.user}/events/${eventId}/instances`),
    view: (call: GraphCall, account: Account): GraphAnswer => page(occurrences(eventsOf(account), account, call), call, `/users/${call.user}/calendarView`),
  }
}
