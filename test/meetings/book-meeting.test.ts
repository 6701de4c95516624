import type { Actor } from '../../src/core/actor.ts'
import type { CalendarPort } from '../../src/meetings/calendar-port.ts'
import { NO_MAILBOX, NOT_ANSWERED_YET } from '../../src/meetings/meeting.ts'
import type { FailCommand } from '../../src/local/graph/told-to-fail.ts'
import { LEICS, LINCS } from '../microsoft/graph-double.ts'
import { AGENCIES } from '../support/partnership.ts'
import { aCommand, aMeetingDesk } from './meeting-desk.ts'
import type { MeetingDesk } from './meeting-desk.ts'

const CITY_TENANT = AGENCIES.CITY.tenantId ?? ''

let desk: MeetingDesk
beforeAll(async () => {
  desk = await aMeetingDesk()
})
beforeEach(() => desk.reset())
afterAll(() => desk.close())

/** What the asker sees of their newest meeting. */
const newest = async (actor: Actor) => {
  const listed = await desk.list(actor)
  if (!listed.ok || !listed.value.items[0]) throw new Error('No meeting is listed')
  return listed.value.items[0]
}
const meetingIds = async () => (await desk.rows<{ id: string }>('select id from meeting')).map(({ id }) => id)
/** The series of this meeting in the mailbox; the double's calendars outlive a test. */
const seriesOf = async (mailbox = 'family-finding@leics.example', tenantId = LEICS) => {
  const ids = await meetingIds()
  return (await desk.graph.series(mailbox, tenantId)).filter(({ transactionId }) => transactionId !== null && ids.includes(transactionId))
}
const jobState = async () => (await desk.rows<{ state: string }>('select state from job')).map(({ state }) => state)

test('the series is booked in the agency’s mailbox with the asker invited, under a neutral private subject', async () => {
  const priya = await desk.worker({ name: 'Priya Raman' })
  await desk.schedule(priya, aCommand())
  await desk.runJobs()
  const [series, ...others] = await seriesOf()
  const seen = await newest(priya)
  expect(others).toEqual([])
  expect(seen).toMatchObject({ state: 'booked', problem: null, joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\//u) })
  expect(series).toMatchObject({
    subject: `Tracking meeting ${seen.reference}`,
    sensitivity: 'private',
    hideAttendees: true,
    attendees: [{ emailAddress: { name: 'Priya Raman', address: `${priya.objectId.slice(0, 8)}@people.example` } }],
    recurrence: { pattern: { interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' }, range: { type: 'noEnd', startDate: '2026-11-24' } },
  })
  expect(await desk.rows('select event_id from meeting')).toEqual([{ event_id: series?.id }])
  expect([await jobState(), await desk.audit()]).toEqual([['done'], ['meeting.scheduled done', 'meeting.booked done']])
  expect(desk.faults).toEqual([])
})

test('Rutland has no tenant: its mailbox is booked with Lincolnshire’s, and so is the hub’s', async () => {
  const rowan = await desk.worker({ agency: 'RUTLAND' })
  const hannah = await desk.worker({ agency: 'HUB', roles: ['hub-coordinator'] })
  await desk.schedule(rowan, aCommand())
  await desk.schedule(hannah, aCommand())
  await desk.runJobs()
  expect((await newest(rowan)).state).toBe('booked')
  expect((await newest(hannah)).state).toBe('booked')
  expect(await seriesOf('family-finding@rutland.example', LINCS)).toHaveLength(1)
  expect(await seriesOf('family-finding@hub.example', LINCS)).toHaveLength(1)
})

test.each<[string, Partial<FailCommand> & Pick<FailCommand, 'status'>, number]>([
  ['429 with Retry-After 90', { status: 429, retryAfter: 90 }, 90],
  ['503', { status: 503 }, 30],
  ['504', { status: 504 }, 30],
  ['a line that is cut before Graph has booked', { status: 'drop' }, 30],
  ['an answer that is lost after Graph has booked', { status: 'drop-after-commit' }, 30],
])('after %s the meeting is shown as to be retried, is tried again in time, and there is exactly one series', async (_case, failure, seconds) => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  await desk.graph.fail(failure)
  await desk.runJobs()
  expect(await newest(priya)).toMatchObject({ state: 'to-be-retried', problem: NOT_ANSWERED_YET, joinUrl: null })

  desk.laterBy(seconds - 1)
  await desk.runJobs()
  expect((await newest(priya)).state).toBe('to-be-retried')

  desk.laterBy(1)
  await desk.runJobs()
  expect(await newest(priya)).toMatchObject({ state: 'booked', problem: null })
  expect(await seriesOf()).toHaveLength(1)
  expect(await desk.audit()).toEqual(['meeting.scheduled done', 'meeting.booking-delayed done', 'meeting.booked done'])
})

test('however often Graph fails, the delay is said once and the end is one series', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  await desk.graph.fail({ status: 503, times: 4 })
  for (const pause of [0, 60, 60, 60, 120]) {
    desk.laterBy(pause)
    await desk.runJobs()
  }
  expect((await newest(priya)).state).toBe('booked')
  expect(await seriesOf()).toHaveLength(1)
  expect(await desk.audit()).toEqual(['meeting.scheduled done', 'meeting.booking-delayed done', 'meeting.booked done'])
})

test('killed between Graph’s answer and our commit, it runs again and there is exactly one series', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  const killed: CalendarPort = {
    bookSeries: async (series) => {
      await desk.calendar.bookSeries(series)
      throw new Error('killed')
    },
  }
  await desk.runJobs(killed)
  expect(await seriesOf()).toHaveLength(1)
  expect((await newest(priya)).state).toBe('to-be-booked')

  desk.laterBy(10)
  await desk.runJobs()
  expect((await newest(priya)).state).toBe('booked')
  expect(await seriesOf()).toHaveLength(1)
  expect(desk.graph.posts().length).toBeGreaterThanOrEqual(2)
})

/** The job as the loop hands it over. */
const takenJob = async (attempts = 0) => {
  const [job] = await desk.rows<{ id: string; payload: { meetingId: string } }>('select id, payload from job')
  if (!job) throw new Error('No job')
  return { ...job, agencyId: AGENCIES.LEICS.id, kind: 'meeting.book', attempts }
}

test('run by two processes at the same time, the first answer stands and is audited once', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  const job = await takenJob()
  const run = desk.handler(desk.calendar)
  expect(await Promise.all([run?.(job), run?.(job)])).toEqual([{ kind: 'done' }, { kind: 'done' }])
  expect(await run?.(job)).toEqual({ kind: 'done' })
  expect(await seriesOf()).toHaveLength(1)
  expect(await desk.audit()).toEqual(['meeting.scheduled done', 'meeting.booked done'])
})

test('what Graph refuses is shown with what an administrator must put right, and is not tried again', async () => {
  const priya = await desk.worker({ name: 'Priya Raman' })
  desk.forget()
  await desk.schedule(priya, aCommand())
  await desk.runJobs()
  expect(await newest(priya)).toMatchObject({ state: 'refused', problem: expect.stringMatching(/^Priya Raman has no account .* Ask an administrator/u) })
  expect([await jobState(), await desk.audit()]).toEqual([['failed'], ['meeting.scheduled done', 'meeting.booking-refused done']])
  expect(await seriesOf()).toEqual([])
})

test('a mailbox that was taken away in the meantime is said, too', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  await desk.setMailbox(AGENCIES.LEICS.id, null)
  await desk.runJobs()
  expect(await newest(priya)).toMatchObject({ state: 'refused', problem: NO_MAILBOX })
})

test('after hours without an answer nobody is left waiting: the last try says where to look', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand())
  const nobody: CalendarPort = { bookSeries: () => Promise.reject(new Error('must not be called')) }
  expect(await desk.handler(nobody)?.(await takenJob(19))).toMatchObject({ kind: 'failed' })
  expect(await newest(priya)).toMatchObject({ state: 'refused', problem: expect.stringContaining('Look in the calendar of family-finding@leics.example') })
})

test('a colleague whose account is in another tenant than the mailbox gets the series booked without an invitation', async () => {
  const guest = await desk.worker({ tenantId: CITY_TENANT })
  await desk.schedule(guest, aCommand())
  await desk.runJobs()
  expect(await seriesOf()).toMatchObject([{ attendees: [] }])
})

test('nothing that is sent to Graph names anybody but the person invited', async () => {
  const priya = await desk.worker({ name: 'Priya Raman' })
  await desk.schedule(priya, aCommand())
  await desk.runJobs()
  const [series] = await seriesOf()
  const { subject, body } = series as unknown as { subject: string; body: { content: string } }
  const { reference } = await newest(priya)
  expect(subject).toBe(`Tracking meeting ${reference}`)
  expect(body.content.replaceAll(reference, '')).not.toMatch(/FF-|Priya|[A-Z]{2}-\w{5}/u)
})
