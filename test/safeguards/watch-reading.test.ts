import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import type { AgencyId } from '../../src/core/ids.ts'
import { newReference } from '../../src/core/reference.ts'
import { startJobLoop } from '../../src/database/job-loop.ts'
import { planStandingJobs } from '../../src/database/plan-standing-jobs.ts'
import { readingAlertsPage } from '../../src/safeguards/reading-alerts/reading-alerts-contract.ts'
import { readingHandlers, watchReading, watchReadingJob } from '../../src/safeguards/reading-alerts/watch-reading.ts'
import { aChild } from '../children/a-child.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, PARTNERSHIP, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openAuditDesk, type AuditDesk } from './support/audit-desk.ts'

const LEICS = AGENCIES.LEICS.id
const CITY = AGENCIES.CITY.id

let database: TestDatabase
let desk: AuditDesk
let manager: Actor
let priya: Actor
let references: readonly string[]

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
  desk.setClock('2026-11-22T10:00:00Z')
  manager = await aWorker(database, { name: 'Margaret Osei', roles: ['practice-manager'] })
  priya = await aWorker(database, { name: 'Priya Raman' })
  references = Array.from({ length: 40 }, () => newReference('FF'))
})

const watch = () => watchReading({ register: desk.register, now: desk.now })(LEICS)
/** Opens so many different children, one a second, from an instant on. */
const opens = async (person: Actor, count: number, from: string, verb = 'child.read', owner: AgencyId = LEICS): Promise<void> => {
  const start = new Date(from).getTime()
  await database.inAgency(person.agencyId, PARTNERSHIP, async (trx) => {
    for (const [at, reference] of references.slice(0, count).entries())
      await sql`insert into audit (id, agency_id, subject_agency_id, at, worker_id, actor, verb, outcome, subjects, automatic)
        values (gen_random_uuid(), ${person.agencyId}, ${owner}, ${new Date(start + at * 1000)}, ${person.workerId}, ${person.name}, ${verb}, 'done', ${[reference]}, false)`.execute(
        trx,
      )
  })
}
const alerts = async (person = manager, query = '') => readingAlertsPage.parse(JSON.parse((await desk.ask(person, `reading-alerts${query}`)).text))
const said = async (person = manager) => (await alerts(person)).items.map(({ kind, person: { name }, children }) => `${name} ${kind} ${children.toString()}`)
const only = async () => {
  const [alert] = (await alerts()).items
  if (!alert) throw new Error('There is no alert.')
  return alert
}
const setting = (name: string, value: number) =>
  database.inAgency(LEICS, PARTNERSHIP, (trx) =>
    sql`insert into setting_change (agency_id, name, version, value, valid_from, source, worker_id, changed_by, changed_at)
      values (${LEICS}, ${name}, 1, ${value.toString()}, '2020-01-01', 'x', ${manager.workerId}, 'x', now())`.execute(trx),
  )

test('many children within an hour, by whomever: the agency’s managers are told, with how many and since when', async () => {
  const analyst = await aWorker(database, { name: 'Colin Bexley', roles: ['performance-analyst'] })
  await opens(analyst, 30, '2026-11-22T09:30:00Z')
  await watch()
  expect((await alerts()).items).toEqual([
    {
      id: expect.any(String) as string,
      kind: 'many-children',
      person: { id: analyst.workerId, name: 'Colin Bexley' },
      from: '2026-11-22T09:30:00.000Z',
      until: '2026-11-22T09:30:29.000Z',
      children: 30,
      threshold: 30,
      acknowledged: null,
    },
  ])
  expect(await rowsOf(database, `select agency_id, actor, subjects, reason from audit where verb = 'alert.raised'`)).toEqual([
    { agency_id: LEICS, actor: 'job:reading.watch', subjects: [], reason: 'many-children' },
  ])
})

test('lists, figures, refusals, cards that refresh themselves and people of other agencies count for nothing', async () => {
  const cora = await aWorker(database, { agency: 'CITY' })
  await desk.did(priya, 'waiting.listed', LEICS, '2026-11-22T09:40:00Z', references)
  for (const reference of references) {
    await desk.did(priya, 'child.date-recorded', LEICS, '2026-11-22T09:40:00Z', [reference])
    await desk.did(priya, 'child.read', LEICS, '2026-11-22T09:40:00Z', [reference], 'refused')
  }
  await opens(cora, 40, '2026-11-22T09:40:00Z')
  await asInspector(database, (trx) =>
    sql`insert into audit select gen_random_uuid(), agency_id, subject_agency_id, at, worker_id, actor, 'child.read', 'done', subjects, null, true
    from audit where verb = 'child.date-recorded'`.execute(trx),
  )
  await watch()
  expect(await said()).toEqual([])
})

test('outside the own cases: family finder and social worker of the child are inside, partners’ records are outside', async () => {
  const own = Array.from({ length: 20 }, (_, at) => aChild(at < 10 ? { workerId: priya.workerId } : { socialWorkerId: priya.workerId }))
  const others = Array.from({ length: 14 }, () => aChild())
  await desk.register.asJob(LEICS, 'test', async ({ children }) => {
    for (const { child, secrets } of [...own, ...others]) await children.add(child, secrets)
  })
  await setting('readingOutsideCaseload', 20)
  await setting('readingWithinHour', 1000)
  references = [...own, ...others].map(({ child }) => child.reference)
  await opens(priya, 34, '2026-11-21T22:00:00Z')
  references = Array.from({ length: 5 }, () => newReference('FF'))
  await opens(priya, 5, '2026-11-22T09:00:00Z', 'child.private-read', CITY)
  await watch()
  expect(await said()).toEqual([])
  references = [newReference('FF')]
  await opens(priya, 1, '2026-11-22T09:55:00Z')
  await watch()
  expect(await said()).toEqual(['Priya Raman outside-caseload 20'])
})

test('somebody who oversees is not judged by cases; somebody without a role any more is', async () => {
  const chair = await aWorker(database, { name: 'Gareth Pugh', roles: ['family-finder', 'tracking-panel-chair'] })
  const gone = await aWorker(database, { name: 'Gone Person', roles: [] })
  for (const person of [chair, gone]) await opens(person, 28, '2026-11-22T09:00:00Z')
  await watch()
  expect(await said()).toEqual(['Gone Person outside-caseload 28'])
})

test('looked at again there is one alert, which grows while it is open; after it was acknowledged reading counts anew', async () => {
  await opens(manager, 30, '2026-11-22T09:30:00Z')
  const other = await aWorker(database, { name: 'Ada Min', roles: ['administrator'] })
  await watch()
  await watch()
  references = Array.from({ length: 40 }, () => newReference('FF'))
  await opens(manager, 5, '2026-11-22T09:50:00Z')
  await watch()
  expect(await said(other)).toEqual(['Margaret Osei many-children 35'])
  const [alert] = (await alerts(other)).items
  desk.setClock('2026-11-22T10:02:00Z')
  expect((await desk.ask(other, `reading-alerts/${alert?.id ?? ''}/acknowledge`, { note: 'part-of-the-work', key: randomUUID() })).status).toBe(200)
  await opens(manager, 29, '2026-11-22T10:03:00Z')
  desk.setClock('2026-11-22T10:05:00Z')
  await watch()
  expect(await said(other)).toEqual([])
  references = [newReference('FF')]
  await opens(manager, 1, '2026-11-22T10:04:00Z')
  await watch()
  expect(await said(other)).toEqual(['Margaret Osei many-children 30'])
})

test('two looks at once raise one alert, and one that falls over raises none and loses none', async () => {
  await opens(priya, 30, '2026-11-22T09:30:00Z')
  const falls = watchReading({
    register: {
      ...desk.register,
      asJob: (id, name, work) =>
        desk.register.asJob(id, name, async (scope) => {
          await work(scope)
          throw new Error('the process died')
        }),
    },
    now: desk.now,
  })
  await expect(falls(LEICS)).rejects.toThrow('died')
  expect(await said()).toEqual([])
  await Promise.all([watch(), watch()])
  expect((await said()).sort()).toEqual(['Priya Raman many-children 30', 'Priya Raman outside-caseload 30'])
})

test('an alert about a manager reaches the others and not the manager, to whom it does not exist', async () => {
  await opens(manager, 30, '2026-11-22T09:30:00Z')
  await watch()
  expect(await alerts()).toMatchObject({ items: [], total: 0, isOnlyOneTold: true })
  const guard = await aWorker(database, { name: 'Ines Guard', roles: ['information-governance'] })
  expect(await said(guard)).toEqual(['Margaret Osei many-children 30'])
  expect(await alerts()).toMatchObject({ items: [], isOnlyOneTold: false })
  const id = (await alerts(guard)).items[0]?.id ?? ''
  const acknowledge = (which: string) => desk.ask(manager, `reading-alerts/${which}/acknowledge`, { note: 'part-of-the-work', key: randomUUID() })
  expect(await acknowledge(id)).toEqual(await acknowledge(randomUUID()))
  expect((await acknowledge(id)).status).toBe(404)
  await expect(
    asInspector(database, (trx) =>
      sql`update reading_alert set state = 'acknowledged', acknowledged_by = worker_id, acknowledged_name = 'x', acknowledged_at = now(), note = 'x'`.execute(
        trx,
      ),
    ),
  ).rejects.toThrow('violates check constraint')
})

test('acknowledged once, with a note, in the audit; pressed twice the same answer, by a second person too late', async () => {
  await opens(priya, 30, '2026-11-22T09:30:00Z')
  await setting('readingOutsideCaseload', 1000)
  await watch()
  const { id } = await only()
  const guard = await aWorker(database, { name: 'Ines Guard', roles: ['information-governance'] })
  const command = { note: 'spoken-with-the-person', key: randomUUID() }
  const first = await desk.ask(manager, `reading-alerts/${id}/acknowledge`, command)
  expect(JSON.parse(first.text)).toMatchObject({ id, acknowledged: { by: 'Margaret Osei', at: '2026-11-22T10:00:00.000Z', note: 'spoken-with-the-person' } })
  expect(await desk.ask(manager, `reading-alerts/${id}/acknowledge`, command)).toEqual(first)
  expect((await desk.ask(manager, `reading-alerts/${id}/acknowledge`, { ...command, note: 'role-changed' })).status).toBe(409)
  expect((await desk.ask(guard, `reading-alerts/${id}/acknowledge`, { ...command, key: randomUUID() })).status).toBe(409)
  expect(await rowsOf(database, `select worker_id, subjects, reason from audit where verb = 'alert.acknowledged' and outcome = 'done'`)).toEqual([
    { worker_id: manager.workerId, subjects: [id], reason: 'spoken-with-the-person' },
  ])
  expect([(await alerts()).total, (await alerts(manager, '?state=acknowledged')).total]).toEqual([0, 1])
})

test('another agency’s alerts are answered as none', async () => {
  await opens(priya, 30, '2026-11-22T09:30:00Z')
  await watch()
  const { id } = await only()
  const cora = await aWorker(database, { agency: 'CITY', roles: ['practice-manager'] })
  expect((await alerts(cora)).items).toEqual([])
  const acknowledge = (which: string) => desk.ask(cora, `reading-alerts/${which}/acknowledge`, { note: 'role-changed', key: randomUUID() })
  expect(await acknowledge(id)).toEqual(await acknowledge(randomUUID()))
})

const TOLD: readonly Role[] = ['practice-manager', 'senior-manager', 'information-governance', 'administrator']

test.each(ROLES)('a %s sees and acknowledges what the list says', async (role) => {
  await opens(priya, 30, '2026-11-22T09:30:00Z')
  await watch()
  const person = await aWorker(database, { roles: [role] })
  const { id } = await only()
  const seen = await desk.ask(person, 'reading-alerts')
  const done = await desk.ask(person, `reading-alerts/${id}/acknowledge`, { note: 'role-changed', key: randomUUID() })
  expect([seen.status, seen.text.includes('Priya'), done.status]).toEqual(TOLD.includes(role) ? [200, true, 200] : [403, false, 403])
})

test('pages follow each other without a gap or a double', async () => {
  const people = [priya]
  for (let at = 0; at < 6; at += 1) people.push(await aWorker(database, { name: `Person ${at.toString()}`, roles: ['performance-analyst'] }))
  for (const person of people) await opens(person, 30, '2026-11-22T09:30:00Z')
  await watch()
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof alerts>> = await alerts(manager, `?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
    expect(page.total).toBe(8)
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(8)
  expect(seen).toHaveLength(8)
})

test.each(['?state=all', '?limit=0', '?limit=101', '?cursor=forged', '?agency=CITY', '?person=x'])('%s is refused', async (query) => {
  expect((await desk.ask(manager, `reading-alerts${query}`)).status).toBe(422)
})

test.each([
  ['not-a-uuid', { note: 'role-changed', key: randomUUID() }],
  [randomUUID(), { note: 'Priya looked for her neighbour', key: randomUUID() }],
  [randomUUID(), { note: 'role-changed' }],
  [randomUUID(), { note: 'role-changed', key: 'x' }],
  [randomUUID(), { note: 'role-changed', key: randomUUID(), by: 'me' }],
  [randomUUID(), {}],
])('acknowledging %s with %j is refused', async (id, body) => {
  expect((await desk.ask(manager, `reading-alerts/${id}/acknowledge`, body)).status).toBe(422)
})

test('every agency has the job once, and it leaves the next quarter of an hour behind once', async () => {
  const plan = planStandingJobs({ database, register: desk.register, standing: () => [watchReadingJob(desk.now())] })
  await plan()
  await plan()
  const jobs = () => rowsOf<{ at: Date; state: string }>(database, `select run_at as at, state from job where agency_id = ${LEICS.toString()} order by run_at`)
  expect((await jobs()).map(({ at }) => at.toISOString())).toEqual(['2026-11-22T10:15:00.000Z'])
  desk.setClock('2026-11-22T10:15:00Z')
  await opens(priya, 30, '2026-11-22T10:00:00Z')
  const handlers = readingHandlers({ register: desk.register, now: desk.now })
  const loop = startJobLoop({ database, handlers, now: desk.now, pollMs: Infinity, log: { error: () => undefined } })
  expect(await loop.runDue()).toBe(Object.keys(AGENCIES).length)
  const [done] = await rowsOf<{ id: string; agency_id: AgencyId }>(
    database,
    `select id, agency_id from job where agency_id = ${LEICS.toString()} and state = 'done'`,
  )
  await handlers['reading.watch']?.({ id: done?.id ?? '', agencyId: LEICS, kind: 'reading.watch', payload: {}, attempts: 0 })
  await loop.stop()
  expect((await jobs()).map(({ at, state }) => `${at.toISOString()} ${state}`)).toEqual(['2026-11-22T10:15:00.000Z done', '2026-11-22T10:30:00.000Z open'])
  expect(await alerts()).toMatchObject({ total: 2 })
})
