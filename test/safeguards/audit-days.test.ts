import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import { newReference } from '../../src/core/reference.ts'
import { auditDaysPage } from '../../src/safeguards/audit-days/audit-days-contract.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openAuditDesk, type AuditDesk } from './support/audit-desk.ts'

const LEICS = AGENCIES.LEICS.id
const CITY = AGENCIES.CITY.id
const OURS = 'FF-7K3Q0'
const THEIRS = newReference('FF', () => 2)

let database: TestDatabase
let desk: AuditDesk
let guard: Actor
let priya: Actor
let cora: Actor

beforeAll(async () => {
  database = await openTestDatabase()
  desk = await openAuditDesk(database)
})
afterAll(async () => {
  await desk.close()
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  guard = await aWorker(database, { name: 'Ines Guard', roles: ['information-governance'] })
  priya = await aWorker(database, { name: 'Priya Raman' })
  cora = await aWorker(database, { name: 'Cora City', agency: 'CITY' })
})

const WEEK = 'from=2026-11-16&until=2026-11-20'
const page = async (query: string) => auditDaysPage.parse(JSON.parse((await desk.ask(guard, `audit/days?${query}`)).text))
const days = async (query: string) =>
  (await page(query)).items.map(({ day, actor, counts }) =>
    [
      day,
      actor.name,
      ...Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([did, count]) => `${did} ${count.toString()}`),
    ].join(' '),
  )

test('what each person did on each day, in groups, the latest day first and by name within it', async () => {
  await desk.did(priya, 'child.read', LEICS, '2026-11-17T10:00:00Z', [OURS])
  await desk.did(priya, 'child.private-read', LEICS, '2026-11-17T10:01:00Z', [OURS])
  await desk.did(priya, 'child.date-recorded', LEICS, '2026-11-17T10:02:00Z', [OURS])
  await desk.did(priya, 'child.private-read', LEICS, '2026-11-17T10:03:00Z', [THEIRS], 'refused')
  await desk.did(cora, 'post.requested', LEICS, '2026-11-17T09:00:00Z', [OURS])
  await desk.did(priya, 'child.exported', LEICS, '2026-11-18T10:00:00Z')
  await desk.did(priya, 'setting.changed', LEICS, '2026-11-18T10:00:00Z')
  expect(await days(WEEK)).toEqual([
    '2026-11-18 Priya Raman exported 1 administered 1',
    '2026-11-17 Cora City posted 1',
    '2026-11-17 Priya Raman saw 2 changed 1 refused 1',
  ])
  const [, partner, colleague] = (await page(WEEK)).items
  expect(partner?.actor).toEqual({ kind: 'person', id: null, name: 'Cora City', agency: 'Leicester City Council' })
  expect(colleague?.actor.id).toBe(priya.workerId)
})

test('of one child, of one person; and only what the agency may see', async () => {
  await desk.did(priya, 'child.read', LEICS, '2026-11-17T10:00:00Z', [OURS])
  await desk.did(priya, 'child.read', CITY, '2026-11-17T11:00:00Z', [THEIRS])
  await desk.did(cora, 'child.read', LEICS, '2026-11-17T12:00:00Z', [OURS])
  await desk.did(cora, 'child.read', CITY, '2026-11-17T13:00:00Z', [THEIRS])
  expect(await days(WEEK)).toEqual(['2026-11-17 Cora City saw 1', '2026-11-17 Priya Raman saw 2'])
  expect(await days(`${WEEK}&about=${OURS}`)).toEqual(['2026-11-17 Cora City saw 1', '2026-11-17 Priya Raman saw 1'])
  expect(await days(`${WEEK}&person=${priya.workerId}`)).toEqual(['2026-11-17 Priya Raman saw 2'])
  expect(await days(`${WEEK}&person=${priya.workerId}&about=${OURS}`)).toEqual(['2026-11-17 Priya Raman saw 1'])
  expect(await days(`${WEEK}&about=${THEIRS}`)).toEqual([])
  expect(await days(`${WEEK}&person=${cora.workerId}`)).toEqual([])
})

test('days are days in London, in summer too, and what lies outside is not counted', async () => {
  for (const at of ['2026-07-01T22:59:59Z', '2026-07-01T23:00:00Z', '2026-07-02T22:59:59Z', '2026-07-02T23:00:00Z'])
    await desk.did(priya, 'child.read', LEICS, at, [OURS])
  expect(await days('from=2026-07-02&until=2026-07-02')).toEqual(['2026-07-02 Priya Raman saw 2'])
  expect(await days('from=2026-07-01&until=2026-07-03')).toEqual([
    '2026-07-03 Priya Raman saw 1',
    '2026-07-02 Priya Raman saw 2',
    '2026-07-01 Priya Raman saw 1',
  ])
})

test('pages follow each other without a gap or a double, also among people of one name', async () => {
  const namesakes = [priya, await aWorker(database, { name: 'Priya Raman' }), await aWorker(database, { name: 'Priya Raman', agency: 'CITY' })]
  for (const person of [...namesakes, cora])
    for (const day of ['16', '17', '18']) await desk.did(person, 'child.read', LEICS, `2026-11-${day}T10:00:00Z`, [OURS])
  await desk.register.asJob(LEICS, 'night', ({ audit }) => audit.record({ verb: 'child.changed', subjectAgencyId: LEICS, subjects: [OURS] }))
  const all = (await page('from=2026-11-16&until=2026-11-22')).items
  expect(all.filter(({ actor }) => actor.name !== 'Ines Guard')).toHaveLength(13)
  const seen: unknown[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const one: Awaited<ReturnType<typeof page>> = await page(`from=2026-11-16&until=2026-11-20&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`)
    seen.push(...one.items)
    cursor = one.nextCursor
  }
  expect(seen).toEqual(all.filter(({ day }) => day <= '2026-11-20'))
})

test('a look at the days is in the audit as a search, with whom or what it was about', async () => {
  await days(`${WEEK}&about=${OURS}&person=${priya.workerId}`)
  await desk.ask(priya, `audit/days?${WEEK}`)
  expect(await rowsOf(database, 'select verb, outcome, worker_id, subjects from audit order by id')).toEqual([
    { verb: 'audit.searched', outcome: 'done', worker_id: guard.workerId, subjects: [OURS, priya.workerId] },
    { verb: 'audit.searched', outcome: 'refused', worker_id: priya.workerId, subjects: [] },
  ])
})

const MAY: readonly Role[] = ['practice-manager', 'information-governance']

test.each(ROLES)('a %s gets what the list says', async (role) => {
  await desk.did(priya, 'child.read', LEICS, '2026-11-17T10:00:00Z', [OURS])
  const answer = await desk.ask(await aWorker(database, { roles: [role] }), `audit/days?${WEEK}`)
  expect([answer.status, answer.text.includes('Priya')]).toEqual(MAY.includes(role) ? [200, true] : [403, false])
})

test.each([
  '',
  'from=2026-11-16',
  'until=2026-11-16',
  'from=2026-11-20&until=2026-11-16',
  'from=2026-09-01&until=2026-11-02',
  'from=1900-01-01&until=2100-12-31',
  'from=0001-01-01&until=0001-01-02',
  'from=16/11/2026&until=2026-11-20',
  `${WEEK}&about=nobody`,
  `${WEEK}&about=FF-7K3Q0%00`,
  `${WEEK}&person=priya`,
  `${WEEK}&limit=0`,
  `${WEEK}&limit=101`,
  `${WEEK}&verb=child.read`,
  `${WEEK}&agency=CITY`,
  `${WEEK}&cursor=forged`,
  `${WEEK}&cursor=${Buffer.from(JSON.stringify(['2026-11-17', 'x'])).toString('base64url')}`,
  `${WEEK}&cursor=${Buffer.from(JSON.stringify(['2026-11-17', 'x\u0000', 'y'])).toString('base64url')}`,
  `${WEEK}&cursor=${Buffer.from(JSON.stringify(['0000-01-01', 'x', 'y'])).toString('base64url')}`,
])('%s is refused, and the audit keeps nothing of what was typed', async (query) => {
  expect((await desk.ask(guard, `audit/days?${query}`)).status).toBe(422)
  expect(await rowsOf(database, 'select id from audit')).toEqual([])
})

test('62 days are taken, the first and the last one counted', async () => {
  expect((await desk.ask(guard, 'audit/days?from=2026-09-01&until=2026-11-01')).status).toBe(200)
})
