import { Router } from 'express'
import * as z from 'zod'
import type { DemoAgency } from './demo-region/agencies.ts'
import type { DemoPerson } from './demo-region/people.ts'
import type { GraphDirectory } from './graph/graph-ports.ts'
import type { calendarEvents } from './page-contract.ts'

/** The tenant in which an agency's mailbox is kept: its own, or that of the agency that serves it. */
const tenantOf = (agency: DemoAgency, agencies: readonly DemoAgency[]): string | null =>
  agency.tenantId ?? agencies.find(({ id }) => id === agency.servedBy)?.tenantId ?? null

/** Whose calendars there are: every person's, and each agency's shared mailbox. */
export const directoryOf = (people: readonly DemoPerson[], agencies: readonly DemoAgency[]): GraphDirectory => ({
  people: people.map(({ objectId, tenantId, name, mail }) => ({ objectId, tenantId, name, mail })),
  mailboxes: agencies.flatMap((agency) => {
    const tenantId = tenantOf(agency, agencies)
    return tenantId === null ? [] : [{ address: agency.mailbox, tenantId, name: `${agency.name} Family finding` }]
  }),
})

const asked = z.object({ tenantId: z.guid(), objectId: z.guid(), from: z.iso.datetime(), until: z.iso.datetime() })
const view = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      subject: z.string().nullish(),
      start: z.object({ dateTime: z.string() }),
      end: z.object({ dateTime: z.string() }),
      organizer: z.object({ emailAddress: z.object({ name: z.string().nullish() }) }).nullish(),
      onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
    }),
  ),
})

type Shown = z.input<typeof calendarEvents>['items'][number]

/** A meeting that stands in several of the calendars is one meeting. */
const merged = (events: readonly Shown[]): Shown[] => {
  const meetings = new Map<string, Shown>()
  for (const event of events) {
    const key = JSON.stringify([event.subject, event.start, event.end])
    const known = meetings.get(key)
    meetings.set(key, known ? { ...known, calendar: `${known.calendar}, ${event.calendar}` } : event)
  }
  return [...meetings.values()]
}

export interface CalendarRouteParts {
  readonly people: readonly DemoPerson[]
  readonly agencies: readonly DemoAgency[]
  readonly graphUrl: string
  readonly tokenOf: (tenantId: string) => Promise<string>
}

/** What the local page shows of Outlook: the meetings of one person and of their agency's shared calendar, as the Graph double has them. */
export const calendarRoutes = ({ people, agencies, graphUrl, tokenOf }: CalendarRouteParts): Router => {
  const router = Router()

  const eventsOf = async (calendar: string, name: string, { tenantId, from, until }: z.output<typeof asked>): Promise<Shown[]> => {
    const query = new URLSearchParams({ startDateTime: from, endDateTime: until, $top: '100' })
    const answer = await fetch(`${graphUrl}/users/${encodeURIComponent(calendar)}/calendarView?${query.toString()}`, {
      headers: { authorization: `Bearer ${await tokenOf(tenantId)}` },
    })
    if (!answer.ok) return []
    return view.parse(await answer.json()).value.map(({ id, subject, start, end, organizer, onlineMeeting }) => ({
      id,
      calendar: name,
      subject: subject ?? 'No subject',
      // Graph answers in UTC when no other zone is preferred, and leaves the Z out
      start: `${start.dateTime.slice(0, 19)}Z`,
      end: `${end.dateTime.slice(0, 19)}Z`,
      organiser: organizer?.emailAddress.name ?? null,
      joinUrl: onlineMeeting?.joinUrl ?? null,
    }))
  }

  router.get('/', async (request, response) => {
    const window = asked.safeParse(request.query)
    const person = window.success && people.find((one) => one.tenantId === window.data.tenantId && one.objectId === window.data.objectId)
    if (!window.success || !person) {
      response.status(400).json({ error: { code: 'BadRequest', message: 'Say whose calendar, from when and until when.' } })
      return
    }
    const shared = agencies.filter(({ code }) => person.memberships.some(({ agency }) => agency === code))
    const found = await Promise.all([
      eventsOf(person.objectId, 'Yours', window.data),
      ...shared.map(({ mailbox, name }) => eventsOf(mailbox, `${name} Family finding`, window.data)),
    ])
    const answer: z.input<typeof calendarEvents> = { items: merged(found.flat()).sort((one, other) => one.start.localeCompare(other.start)) }
    response.json(answer)
  })
  return router
}
