import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '../../src/core/actor.ts'
import { londonToday } from '../../src/core/plain-date.ts'
import { problem } from '../../src/http/problem-contract.ts'
import { meeting, meetings } from '../../src/meetings/meeting-contract.ts'
import { meetingRoutes } from '../../src/meetings/meeting-routes.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { openIssuer } from '../support/tokens.ts'
import type { Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'
import { aMeetingDesk } from './meeting-desk.ts'
import type { MeetingDesk } from './meeting-desk.ts'

let desk: MeetingDesk
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
beforeAll(async () => {
  desk = await aMeetingDesk()
  issuer = await openIssuer(() => new Date())
  const routes = meetingRoutes({ listMeetings: desk.list, scheduleTracking: desk.schedule })
  web = await startWeb(issuer, signIn({ database: desk.database, today: () => londonToday(desk.now()) }), { routes })
})
beforeEach(() => desk.reset())
afterAll(async () => {
  await web.close()
  await issuer.close()
  await desk.close()
})

const call = async (actor: Actor, body?: object) => {
  const headers = { authorization: `Bearer ${await issuer.tokenFor(actor)}`, 'content-type': 'application/json' }
  const response = await fetch(`${web.url}/api/v1/meetings`, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  const answer: unknown = await response.json()
  return { status: response.status, body: answer }
}
const aBody = (more: object = {}) => ({ weekday: 'tuesday', startsAt: '10:00', key: randomUUID(), ...more })

test('a meeting is asked for with 202, every other week and an hour where nothing else is said, and is then in the list', async () => {
  const priya = await desk.worker()
  const asked = await call(priya, aBody())
  expect([asked.status, meeting.parse(asked.body)]).toMatchObject([202, { state: 'to-be-booked', everyWeeks: 2, minutes: 60 }])
  const listed = await call(priya)
  expect([listed.status, meetings.parse(listed.body)]).toMatchObject([200, { maySchedule: true, items: [{ reference: meeting.parse(asked.body).reference }] }])
})

const pointers = z.looseObject({ errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) })

test.each([
  ['a day at the weekend', { weekday: 'sunday' }, '/weekday'],
  ['a time that is none', { startsAt: '25:00' }, '/startsAt'],
  ['a meeting of a minute', { minutes: 1 }, '/minutes'],
  ['every nought weeks', { everyWeeks: 0 }, '/everyWeeks'],
  ['a first day written the English way', { firstOn: '01/12/2026' }, '/firstOn'],
  ['a first day on another weekday', { firstOn: '2026-12-02' }, '/firstOn'],
  ['no key', { key: undefined }, '/key'],
  ['somebody else’s agency', { agencyId: 2 }, ''],
])('%s is refused with what to write instead, and nothing is saved', async (_case, more, pointer) => {
  const answer = await call(await desk.worker(), aBody(more))
  expect(answer.status).toBe(422)
  problem.parse(answer.body)
  expect(pointers.parse(answer.body).errors.map((one) => one.pointer)).toEqual([expect.stringContaining(pointer)])
  expect(await desk.rows('select id from meeting')).toEqual([])
})

test('who may not schedule gets 403, and a list without a button', async () => {
  const chair = await desk.worker({ roles: ['tracking-panel-chair'] })
  expect((await call(chair, aBody())).status).toBe(403)
  expect(await call(chair)).toMatchObject({ status: 200, body: { items: [], maySchedule: false } })
})
