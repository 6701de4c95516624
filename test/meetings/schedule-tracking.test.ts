import { ROLES } from '../../src/core/actor.ts'
import type { MeetingId } from '../../src/core/ids.ts'
import { parseReference } from '../../src/core/reference.ts'
import { NO_MAILBOX } from '../../src/meetings/meeting.ts'
import { AGENCIES } from '../support/partnership.ts'
import { aCommand, aMeetingDesk } from './meeting-desk.ts'
import type { MeetingDesk } from './meeting-desk.ts'

let desk: MeetingDesk
beforeAll(async () => {
  desk = await aMeetingDesk()
})
beforeEach(() => desk.reset())
afterAll(() => desk.close())

type Jobs = { kind: string; queue: string; payload: { meetingId: string }; state: string }
const meetings = () => desk.rows<{ id: string; reference: string; state: string }>('select id, reference, state from meeting')
const jobs = () => desk.rows<Jobs>('select kind, queue, payload, state from job')

test('a family finder schedules every other Tuesday at ten: saved as to be booked, with its job and its audit line', async () => {
  const priya = await desk.worker({ name: 'Priya Raman' })
  const result = await desk.schedule(priya, aCommand())
  const [saved] = await meetings()
  expect(result).toEqual({
    ok: true,
    value: {
      reference: saved?.reference,
      kind: 'tracking',
      title: `Tracking meeting ${saved?.reference ?? ''}`,
      state: 'to-be-booked',
      weekday: 'tuesday',
      startsAt: '10:00',
      minutes: 60,
      everyWeeks: 2,
      firstOn: '2026-11-24',
      next: ['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19', '2027-02-02'].map((on) => ({ on, startsAtUtc: `${on}T10:00:00.000Z` })),
      joinUrl: null,
      organiser: 'Priya Raman',
      problem: null,
    },
  })
  expect(parseReference('MT', saved?.reference ?? '')).toBe(saved?.reference)
  expect(await jobs()).toEqual([{ kind: 'meeting.book', queue: 'mailbox family-finding@leics.example', payload: { meetingId: saved?.id }, state: 'open' }])
  expect(await desk.audit()).toEqual(['meeting.scheduled done'])
})

test('pressed twice, at once or later, there is one meeting and one job, and the second press shows how far it has come', async () => {
  const priya = await desk.worker()
  const command = aCommand()
  const [first, second] = await Promise.all([desk.schedule(priya, command), desk.schedule(priya, command)])
  expect(second).toEqual(first)
  await desk.runJobs()
  expect(await desk.schedule(priya, command)).toMatchObject({ ok: true, value: { state: 'booked' } })
  await desk.runJobs()
  expect(await meetings()).toHaveLength(1)
  expect(await jobs()).toHaveLength(1)
  expect(await desk.graph.series()).toHaveLength(1)
})

test('the same key for a meeting at another time is refused, and does not pass for the first one', async () => {
  const priya = await desk.worker()
  const command = aCommand()
  await desk.schedule(priya, command)
  expect(await desk.schedule(priya, { ...command, startsAt: '14:00' })).toEqual({ ok: false, refusal: { kind: 'conflict', reason: 'key-reused' } })
  expect(await meetings()).toHaveLength(1)
})

test.each(ROLES.filter((role) => !['family-finder', 'practice-manager', 'hub-coordinator'].includes(role)))(
  'a %s may not schedule, and nothing is saved',
  async (role) => {
    const worker = await desk.worker({ roles: [role] })
    expect(await desk.schedule(worker, aCommand())).toEqual({ ok: false, refusal: { kind: 'not-allowed', action: 'schedule a tracking meeting' } })
    expect([await meetings(), await jobs()]).toEqual([[], []])
    expect(await desk.audit()).toEqual(['meeting.scheduled refused'])
  },
)

test('an agency without a mailbox is told whom to ask; the same press works once it has one', async () => {
  const priya = await desk.worker()
  const command = aCommand()
  await desk.setMailbox(AGENCIES.LEICS.id, null)
  expect(await desk.schedule(priya, command)).toEqual({ ok: false, refusal: { kind: 'invalid', fields: { mailbox: NO_MAILBOX } } })
  expect(await meetings()).toEqual([])
  await desk.setMailbox(AGENCIES.LEICS.id, 'family-finding@leics.example')
  expect(await desk.schedule(priya, command)).toMatchObject({ ok: true })
})

test('a first day that does not fit is refused with a sentence, and nothing is saved', async () => {
  const priya = await desk.worker()
  expect(await desk.schedule(priya, aCommand({ firstOn: '2026-11-25' }))).toMatchObject({
    ok: false,
    refusal: { kind: 'invalid', fields: { firstOn: expect.stringContaining('is not a Tuesday') } },
  })
  expect(await meetings()).toEqual([])
})

test('each agency lists its own meetings only, and the other’s are not even found by id', async () => {
  const [priya, hassan] = [await desk.worker(), await desk.worker({ agency: 'CITY' })]
  await desk.schedule(priya, aCommand())
  await desk.schedule(hassan, aCommand({ weekday: 'friday' }))
  const [mine, theirs] = [await desk.list(priya), await desk.list(hassan)]
  expect(mine).toMatchObject({ ok: true, value: { maySchedule: true, items: [{ weekday: 'tuesday' }] } })
  expect(theirs).toMatchObject({ ok: true, value: { items: [{ weekday: 'friday' }] } })
  const [ours] = await desk.rows<{ id: string }>(`select id from meeting where agency_id = ${String(AGENCIES.LEICS.id)}`)
  const seen = await desk.register.asJob(AGENCIES.CITY.id, 'job:test', ({ meetings: store }) => store.byId((ours?.id ?? '') as MeetingId))
  expect(seen).toBeUndefined()
})

test('who attends may see when the meetings are, but not schedule; others see nothing', async () => {
  await desk.schedule(await desk.worker(), aCommand())
  expect(await desk.list(await desk.worker({ roles: ['childs-social-worker'] }))).toMatchObject({ ok: true, value: { maySchedule: false, items: [{}] } })
  expect(await desk.list(await desk.worker({ roles: ['performance-analyst'] }))).toMatchObject({ ok: false, refusal: { kind: 'not-allowed' } })
})

test('the newest request comes first', async () => {
  const priya = await desk.worker()
  await desk.schedule(priya, aCommand({ weekday: 'monday' }))
  desk.laterBy(1)
  await desk.schedule(priya, aCommand({ weekday: 'friday' }))
  expect(await desk.list(priya)).toMatchObject({ ok: true, value: { items: [{ weekday: 'friday' }, { weekday: 'monday' }] } })
})

test('a series that the agency has already is not booked again, whoever asks; another week or another agency’s is', async () => {
  const priya = await desk.worker()
  const [first, again] = [await desk.schedule(priya, aCommand()), await desk.schedule(await desk.worker({ name: 'Tom Whitlock' }), aCommand())]
  expect(again).toEqual({
    ok: false,
    refusal: { kind: 'invalid', fields: { startsAt: expect.stringContaining(first.ok ? first.value.reference : '?') as string } },
  })
  expect(await meetings()).toHaveLength(1)
  expect(await desk.schedule(priya, aCommand({ firstOn: '2026-12-01' }))).toMatchObject({ ok: true })
  expect(await desk.schedule(await desk.worker({ agency: 'CITY' }), aCommand())).toMatchObject({ ok: true })
})
