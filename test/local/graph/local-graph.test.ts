import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { PREFER, seriesRequest } from '../../../src/microsoft/series-request.ts'
import { aSeries } from '../../microsoft/a-series.ts'
import { aGraphDouble, aTokenMint, DIRECTORY, LEICS, LINCS, MAILBOX, PRIYA } from '../../microsoft/graph-double.ts'
import type { TestGraph } from '../../microsoft/graph-double.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
const aDouble = async (...traits: Parameters<typeof aGraphDouble>): Promise<TestGraph> => {
  const graph = await aGraphDouble(...traits)
  open.push(graph.close)
  return graph
}

const INVITED = [{ type: 'required' as const, emailAddress: { name: 'Priya Raman', address: 'priya.raman@leics.example' } }]
/** What the app really sends, as plain JSON to be spoilt. */
const aBody = (...more: Parameters<typeof aSeries>) => structuredClone(seriesRequest(aSeries(...more), INVITED)) as Record<string, unknown>
const post = (graph: TestGraph, body: unknown, headers: Record<string, string> = { prefer: PREFER }, mailbox = MAILBOX) =>
  graph.call(`/users/${mailbox}/events`, { method: 'POST', body: JSON.stringify(body), headers })

const failure = z.object({
  error: z.object({ code: z.string(), message: z.string(), innerError: z.object({ 'request-id': z.string(), date: z.string() }).loose() }),
})
const codeOf = ({ body }: { body: unknown }): string => failure.parse(body).error.code
const event = z.looseObject({ id: z.string(), type: z.string(), subject: z.string(), start: z.object({ dateTime: z.string(), timeZone: z.string() }) })
const eventsOf = ({ body }: { body: unknown }) => z.object({ value: z.array(event) }).parse(body).value
const spoilt = (body: Record<string, unknown>, change: object): object => ({ ...body, ...change })
const recurrence = (pattern: object, range: object) => ({
  recurrence: {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday', ...pattern },
    range: { type: 'noEnd', startDate: '2026-12-01', recurrenceTimeZone: 'GMT Standard Time', ...range },
  },
})

test.each([
  ['a property it does not know', spoilt(aBody(), { colour: 'red' }), 'UnableToDeserializePostBody'],
  ['a date written the English way', spoilt(aBody(), recurrence({}, { startDate: '01/12/2026' })), 'UnableToDeserializePostBody'],
  ['a day of the week it does not know', spoilt(aBody(), recurrence({ daysOfWeek: ['Dienstag'] }, {})), 'UnableToDeserializePostBody'],
  ['a day that is none', spoilt(aBody(), { start: { dateTime: '2026-02-31T10:00:00', timeZone: 'GMT Standard Time' } }), 'UnableToDeserializePostBody'],
  ['a weekly series without days', spoilt(aBody(), recurrence({ daysOfWeek: [] }, {})), 'ErrorPropertyValidationFailure'],
  ['a weekly series without a first day of the week', spoilt(aBody(), recurrence({ firstDayOfWeek: undefined }, {})), 'ErrorPropertyValidationFailure'],
  ['a series that starts on another day than its event', spoilt(aBody(), recurrence({}, { startDate: '2026-12-15' })), 'ErrorPropertyValidationFailure'],
  ['a series in another zone than its event', spoilt(aBody(), recurrence({}, { recurrenceTimeZone: 'UTC' })), 'ErrorPropertyValidationFailure'],
  ['a Z beside a time zone', spoilt(aBody(), { start: { dateTime: '2026-12-01T10:00:00Z', timeZone: 'GMT Standard Time' } }), 'ErrorPropertyValidationFailure'],
  ['an end before the start', spoilt(aBody(), { end: { dateTime: '2026-12-01T09:00:00', timeZone: 'GMT Standard Time' } }), 'ErrorPropertyValidationFailure'],
  ['a zone that is none', spoilt(aBody(), { start: { dateTime: '2026-12-01T10:00:00', timeZone: 'Leicester' } }), 'TimeZoneNotSupportedException'],
])('%s is refused with 400', async (_case, body, code) => {
  const graph = await aDouble()
  const answer = await post(graph, body)
  expect([answer.status, codeOf(answer)]).toEqual([400, code])
  expect(await graph.series()).toEqual([])
})

test('a body that is no JSON is refused with 400', async () => {
  const graph = await aDouble()
  const answer = await graph.call(`/users/${MAILBOX}/events`, { method: 'POST', body: '{' })
  expect(answer.status).toBe(400)
})

test('Prefer with single quotes makes it fall over, as it does the real one', async () => {
  const graph = await aDouble()
  expect((await post(graph, aBody(), { prefer: "outlook.timezone='GMT Standard Time'" })).status).toBe(500)
})

test.each([
  ['no token', async () => Promise.resolve(''), 401],
  ['a token that somebody else signed', async () => (await aTokenMint()).sign(LEICS), 401],
  ['a token for another service', (graph: TestGraph) => graph.mint.sign(LEICS, { audience: 'https://api.botframework.com' }), 401],
  ['a token that has expired', (graph: TestGraph) => graph.mint.sign(LEICS, { expires: '-1 minute' }), 401],
  ['a token without the permission', (graph: TestGraph) => graph.mint.sign(LEICS, { roles: [] }), 403],
  ['a token of another tenant', (graph: TestGraph) => graph.mint.sign(LINCS), 404],
])('with %s it refuses', async (_case, tokenOf, status) => {
  const graph = await aDouble()
  const token = await tokenOf(graph)
  expect((await graph.call(`/users/${MAILBOX}/events`, {}, token)).status).toBe(status)
  expect((await graph.call(`/users/${MAILBOX}/events`, { method: 'POST', body: JSON.stringify(aBody()) }, token)).status).toBe(status)
  expect(await graph.series()).toEqual([])
})

test('a fifth call at the same time on one mailbox is throttled with Retry-After', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let inside = 0
  let allIn = (): void => undefined
  const four = new Promise<void>((resolve) => {
    allIn = resolve
  })
  const graph = await aDouble({
    directory: async () => {
      inside += 1
      if (inside === 4) allIn()
      await held
      return DIRECTORY
    },
  })
  const calls = Array.from({ length: 4 }, () => graph.call(`/users/${MAILBOX}/events`))
  await four
  const fifth = await graph.call(`/users/${MAILBOX}/events`)
  release()
  expect([fifth.status, fifth.headers.get('retry-after'), codeOf(fifth)]).toEqual([429, '1', 'ApplicationThrottled'])
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await graph.call(`/users/${MAILBOX}/events`)).status).toBe(200)
})

test('the same transactionId answers with the same event; with another body it is refused', async () => {
  const graph = await aDouble()
  const [first, second] = [await post(graph, aBody()), await post(graph, aBody())]
  expect(second).toMatchObject({ status: 201, body: first.body })
  const other = await post(graph, spoilt(aBody(), { subject: 'Something else' }))
  expect([other.status, codeOf(other)]).toEqual([409, 'ErrorDuplicateTransactionId'])
  expect(await graph.series()).toHaveLength(1)
})

const view = (graph: TestGraph, user: string, from: string, until: string, more = '', headers: Record<string, string> = {}) =>
  graph.call(`/users/${user}/calendarView?startDateTime=${from}&endDateTime=${until}${more}`, { headers })

test.each([
  ['forward on 28 March 2027', '2027-03-09', ['2027-03-09T10:00', '2027-03-23T10:00', '2027-04-06T09:00', '2027-04-20T09:00']],
  ['back on 25 October 2026', '2026-10-06', ['2026-10-06T09:00', '2026-10-20T09:00', '2026-11-03T10:00', '2026-11-17T10:00']],
  ['back on 31 October 2027', '2027-10-12', ['2027-10-12T09:00', '2027-10-26T09:00', '2027-11-09T10:00', '2027-11-23T10:00']],
])('the calendar keeps ten o’clock when the clocks go %s', async (_change, firstOn, expected) => {
  const graph = await aDouble()
  await post(graph, aBody({ firstOn }))
  const [from, until] = [`${firstOn}T00:00:00Z`, `${String(expected.at(-1)).slice(0, 10)}T23:59:59Z`]
  const inUtc = eventsOf(await view(graph, MAILBOX, from, until))
  expect(inUtc.map(({ start }) => start.dateTime.slice(0, 16))).toEqual(expected)
  expect(inUtc.map(({ type }) => type)).toEqual(Array(4).fill('occurrence'))
  const inLondon = eventsOf(await view(graph, MAILBOX, from, until, '', { prefer: 'outlook.timezone="Europe/London"' }))
  expect(inLondon.map(({ start }) => start.dateTime.slice(11, 16))).toEqual(Array(4).fill('10:00'))
})

test('the person invited finds the series in their own calendar, by object id; others do not', async () => {
  const graph = await aDouble()
  await post(graph, aBody())
  const [mine] = eventsOf(await view(graph, PRIYA, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'))
  expect(mine).toMatchObject({
    subject: 'Tracking meeting MT-7K3Q0',
    isOrganizer: false,
    sensitivity: 'private',
    transactionId: null,
    organizer: { emailAddress: { address: MAILBOX } },
  })
  const tilly = 'd02558a2-cc91-4da9-a4dd-00c59981d958'
  const hers = await graph.call(`/users/${tilly}/calendarView?startDateTime=2026-12-01&endDateTime=2026-12-02`, {}, await graph.mint.sign(LINCS))
  expect(eventsOf(hers)).toEqual([])
})

test('instances are those of one series, and pages hold ten unless asked for more', async () => {
  const graph = await aDouble()
  await post(graph, aBody())
  const [series] = await graph.series()
  const year = `startDateTime=2026-12-01&endDateTime=2027-12-01`
  const instances = await graph.call(`/users/${MAILBOX}/events/${series?.id ?? ''}/instances?${year}`)
  expect(eventsOf(instances)).toHaveLength(10)
  const next = z.object({ '@odata.nextLink': z.string() }).parse(instances.body)['@odata.nextLink']
  expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\//u)
  const second = await graph.call(next.slice('https://graph.microsoft.com/v1.0'.length))
  expect(eventsOf(second)).toHaveLength(10)
  expect(eventsOf(await view(graph, MAILBOX, '2026-12-01', '2027-12-01', '&$top=100'))).toHaveLength(27)
})

test.each([
  ['without a window', ''],
  ['with half a window', '?startDateTime=2026-12-01'],
  ['with a day that is none', '?startDateTime=2026-13-01&endDateTime=2026-12-01'],
  ['with a window of ten years', '?startDateTime=2026-12-01&endDateTime=2036-12-01'],
  ['with the end first', '?startDateTime=2026-12-02&endDateTime=2026-12-01'],
])('a calendar view %s is refused with 400', async (_case, query) => {
  const graph = await aDouble()
  expect((await graph.call(`/users/${MAILBOX}/calendarView${query}`)).status).toBe(400)
})

test('filters other than by subject are refused, and events that do not exist are not found', async () => {
  const graph = await aDouble()
  expect((await graph.call(`/users/${MAILBOX}/events?$filter=transactionId eq 'x'`)).status).toBe(400)
  expect((await graph.call(`/users/${MAILBOX}/events/AAkALgNone`)).status).toBe(404)
  expect((await graph.call('/me/events')).status).toBe(404)
})

test('a restart forgets nothing where a file is named', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'graph-'))
  open.push(() => rm(directory, { recursive: true }))
  const file = path.join(directory, 'local', 'graph.json')
  const before = await aDouble({ path: file })
  const { body } = await post(before, aBody())
  const after = await aDouble({ path: file })
  expect((await after.series())[0]?.id).toBe(event.parse(body).id)
  expect(await post(after, aBody())).toMatchObject({ status: 201 })
  expect(await after.series()).toHaveLength(1)
})

test('it is told to fail with a known failure only', async () => {
  const graph = await aDouble()
  const told = await fetch(`${graph.baseUrl}/_fail`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"status":418}' })
  expect(told.status).toBe(400)
  await graph.fail({ status: 503, times: 2, on: 'any' })
  expect((await graph.call(`/users/${MAILBOX}/events`)).status).toBe(503)
  await graph.fail({ status: 503, times: 0 })
  expect((await graph.call(`/users/${MAILBOX}/events`)).status).toBe(200)
})
