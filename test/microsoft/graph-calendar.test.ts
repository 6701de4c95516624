import type { CalendarPort } from '../../src/meetings/calendar-port.ts'
import { graphCalendar } from '../../src/microsoft/graph-calendar.ts'
import { TokenRefused } from '../../src/microsoft/graph-tokens.ts'
import { sendToDouble } from '../../src/microsoft/graph-transport.ts'
import type { Send } from '../../src/microsoft/graph-transport.ts'
import { seriesRequest } from '../../src/microsoft/series-request.ts'
import { aSeries } from './a-series.ts'
import { aGraphDouble, LEICS, LINCS, MAILBOX, PRIYA } from './graph-double.ts'
import type { TestGraph } from './graph-double.ts'

let graph: TestGraph
let calendar: CalendarPort

beforeEach(async () => {
  graph = await aGraphDouble()
  calendar = graphCalendar({ tokenOf: graph.mint.sign, send: sendToDouble(graph.baseUrl) })
})
afterEach(() => graph.close())

test('a series is booked once with a Teams link, and the person is looked up by object id', async () => {
  const booking = await calendar.bookSeries(aSeries())
  const [series] = await graph.series()
  expect(booking).toEqual({ kind: 'booked', eventId: series?.id, joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//u) })
  expect(graph.sent.map(({ method, url }) => `${method} ${url}`).slice(0, 2)).toEqual([
    `GET /local/graph/v1.0/users/${PRIYA}?$select=mail,userPrincipalName`,
    `POST /local/graph/v1.0/users/family-finding%40leics.example/events`,
  ])
  expect(graph.posts()[0]?.headers).toMatchObject({
    prefer: 'IdType="ImmutableId", outlook.timezone="GMT Standard Time"',
    authorization: expect.stringMatching(/^Bearer ey/u),
  })
})

test('the same call again answers with the same series', async () => {
  const first = await calendar.bookSeries(aSeries())
  const second = await calendar.bookSeries(aSeries())
  expect(second).toEqual(first)
  expect(await graph.series()).toHaveLength(1)
})

test('when Graph says that the transactionId has made another event, that event is found and taken', async () => {
  const first = await calendar.bookSeries(aSeries())
  // somebody who is not invited any more makes another body, which Graph answers with 409
  const second = await calendar.bookSeries(aSeries({ attendees: [] }))
  expect(graph.posts()).toHaveLength(2)
  expect(second).toEqual(first)
  expect(await graph.series()).toHaveLength(1)
})

test('when that event is not to be found yet, the booking waits and makes no second one', async () => {
  const renamed = seriesRequest(aSeries({ subject: 'Renamed by hand', attendees: [] }), [])
  await graph.call(`/users/${MAILBOX}/events`, { method: 'POST', body: JSON.stringify(renamed) })
  expect(await calendar.bookSeries(aSeries())).toMatchObject({ kind: 'retry', afterSeconds: 30 })
  expect(await graph.series()).toHaveLength(1)
})

test('a short Retry-After is sat out within the call', async () => {
  await graph.fail({ status: 429, retryAfter: 0 })
  expect(await calendar.bookSeries(aSeries())).toMatchObject({ kind: 'booked' })
  expect(graph.posts()).toHaveLength(2)
})

test.each([
  ['429 with a long Retry-After', { status: 429, retryAfter: 90 } as const, 90],
  ['503 that does not say how long', { status: 503 } as const, 30],
  ['504', { status: 504 } as const, 30],
  ['a line that is cut', { status: 'drop' } as const, 30],
])('%s is handed back to be tried again later, and nothing is booked', async (_case, failure, afterSeconds) => {
  await graph.fail(failure)
  expect(await calendar.bookSeries(aSeries())).toEqual({ kind: 'retry', afterSeconds, problem: expect.stringContaining('Microsoft Graph') })
  expect(graph.posts()).toHaveLength(1)
  expect(await graph.series()).toHaveLength(0)
})

test('an answer that is lost after Graph has booked leads to one series, not two', async () => {
  await graph.fail({ status: 'drop-after-commit' })
  expect(await calendar.bookSeries(aSeries())).toMatchObject({ kind: 'retry' })
  expect(await calendar.bookSeries(aSeries())).toMatchObject({ kind: 'booked' })
  expect(await graph.series()).toHaveLength(1)
})

const calendarAs = (sign: (tenantId: string) => Promise<string>): CalendarPort => graphCalendar({ tokenOf: sign, send: sendToDouble(graph.baseUrl) })

test.each([
  ['the mailbox does not exist', { mailbox: 'nobody@leics.example' }, /Outlook knows no mailbox nobody@leics\.example\. Ask an administrator to correct/u],
  ['the mailbox is another tenant’s', { mailbox: 'family-finding@lincs.example' }, /Outlook knows no mailbox family-finding@lincs\.example/u],
  [
    'the person has no account there',
    { attendees: [{ objectId: 'd02558a2-cc91-4da9-a4dd-00c59981d958', name: 'Tilly Brook' }] },
    /^Tilly Brook has no account/u,
  ],
])('when %s, an administrator is told what to put right', async (_case, more, sentence) => {
  expect(await calendar.bookSeries(aSeries(more))).toEqual({ kind: 'refused', problem: expect.stringMatching(sentence) })
  expect(await graph.series()).toHaveLength(0)
})

test.each([
  ['no calendar permission', { roles: ['User.ReadBasic.All'] }, /“Application Calendars\.ReadWrite” on that mailbox in Exchange Online/u],
  ['no directory permission', { roles: ['Calendars.ReadWrite'] }, /application permission User\.ReadBasic\.All/u],
  ['a token for another service', { audience: 'https://management.azure.com' }, /did not accept this app’s sign-in/u],
  ['a token that has expired', { expires: '-1 minute' }, /did not accept this app’s sign-in/u],
])('%s is refused with what an administrator must put right', async (_case, token, sentence) => {
  const booking = await calendarAs((tenantId) => graph.mint.sign(tenantId, token)).bookSeries(aSeries())
  expect(booking).toEqual({ kind: 'refused', problem: expect.stringMatching(sentence) })
})

test('a token that Entra refuses shows Entra’s own sentence; one that cannot be had is tried again', async () => {
  const refused = calendarAs(() => Promise.reject(new TokenRefused('This app is not approved in your organisation yet.')))
  expect(await refused.bookSeries(aSeries())).toEqual({ kind: 'refused', problem: 'This app is not approved in your organisation yet.' })
  const unreachable = calendarAs(() => Promise.reject(new Error('network')))
  expect(await unreachable.bookSeries(aSeries())).toMatchObject({ kind: 'retry' })
})

test('each tenant’s calendar is called with that tenant’s own token', async () => {
  const asked: string[] = []
  const both = calendarAs((tenantId) => {
    asked.push(tenantId)
    return graph.mint.sign(tenantId)
  })
  await both.bookSeries(aSeries({ attendees: [] }))
  await both.bookSeries(aSeries({ tenantId: LINCS, mailbox: 'family-finding@lincs.example', transactionId: crypto.randomUUID(), attendees: [] }))
  expect(asked).toEqual([LEICS, LINCS])
  expect(await graph.series('family-finding@lincs.example', LINCS)).toHaveLength(1)
})

/** Graph as it would answer had it changed what was asked. */
const answering =
  (change: (event: Record<string, unknown>) => unknown): Send =>
  async (url, init) => {
    const response = await sendToDouble(graph.baseUrl)(url, init)
    if (init.method !== 'POST') return response
    return Response.json(change((await response.json()) as Record<string, unknown>), { status: 201 })
  }

test.each([
  ['another time zone', (event: object) => ({ ...event, originalStartTimeZone: 'UTC' }), 'time zone UTC'],
  [
    'another hour',
    (event: object) => ({ ...event, start: { dateTime: '2026-12-01T11:00:00.0000000', timeZone: 'GMT Standard Time' } }),
    'first meeting at 2026-12-01T11',
  ],
  ['no recurrence', (event: object) => ({ ...event, recurrence: null }), 'its answer could not be read'],
  ['an answer of another shape', () => ({ hello: 'world' }), 'its answer could not be read'],
])('%s in Outlook’s echo is shown, so that a person puts it right', async (_case, change, difference) => {
  const echoing = graphCalendar({ tokenOf: graph.mint.sign, send: answering(change) })
  expect(await echoing.bookSeries(aSeries())).toEqual({
    kind: 'refused',
    problem: expect.stringContaining(`(${difference}`),
  })
})

test('the redirecting last hop sends nothing anywhere but to Graph', () => {
  expect(() => sendToDouble(graph.baseUrl)('https://elsewhere.example/v1.0/users', {})).toThrow('Not an address of Microsoft Graph')
})
