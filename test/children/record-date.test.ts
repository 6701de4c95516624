import { sql } from 'kysely'
import { recordDate, type RecordDateCommand } from '../../src/children/changing/record-date.ts'
import { readChild } from '../../src/children/read-child.ts'
import { refreshShared } from '../../src/children/sharing/refresh-shared.ts'
import { addDays } from '../../src/core/plain-date.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { aChild, auditLines, cipher, clock, date, holidays, newKey, registerOn, saveChildren, TODAY } from './a-child.ts'
import { rowsOfQuery } from '../support/rows.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

const rowsOf = (query: ReturnType<typeof sql>) => rowsOfQuery(database, query)
const prepared = async () => {
  const register = registerOn(database)
  const one = aChild()
  await saveChildren(register, one)
  const record = recordDate({ register, holidays, ...clock() })
  const { reference } = one.child
  const command = (more: Partial<RecordDateCommand>): RecordDateCommand => ({ reference, date: 'placed', on: TODAY, version: 1, key: newKey(), ...more })
  return { register, one, record, command }
}

test('a match ends the wait in both tables, is audited, and posted cards are told, all at once', async () => {
  const { record, command, one } = await prepared()
  const decisionMaker = await aWorker(database, { roles: ['agency-decision-maker'] })
  const answer = await record(decisionMaker, command({ date: 'matched', on: date('2026-11-20') }))
  expect(answer).toMatchObject({ ok: true, value: { version: 2, stage: 'matched', isWaiting: false, daysWaiting: null, journey: { matched: '2026-11-20' } } })
  expect(await rowsOf(sql`select stage, is_waiting from child_shared`)).toEqual([{ stage: 'matched', is_waiting: false }])
  expect(await rowsOf(sql`select kind, payload from job`)).toEqual([{ kind: 'post.child-changed', payload: { childId: one.child.id } }])
  expect((await auditLines(database)).map(({ verb, subjects }) => ({ verb, subjects }))).toEqual([
    { verb: 'child.date-recorded', subjects: [one.child.reference] },
    { verb: 'child.read', subjects: [one.child.reference] },
  ])
})

test('the days stop when the wait ends, on the own page and on the partners’', async () => {
  const { record, command, register, one } = await prepared()
  const decisionMaker = await aWorker(database, { roles: ['agency-decision-maker'] })
  const answer = await record(decisionMaker, command({ date: 'matched', on: date('2026-11-02') }))
  expect(answer).toMatchObject({ ok: true, value: { daysFromAdm: 273, daysFromOrder: 215 } })
  const read = readChild({ register, holidays, ...clock() })
  expect(await read(await aWorker(database, { agency: 'CITY' }), { reference: one.child.reference })).toMatchObject({
    ok: true,
    value: { view: 'shared', isWaiting: false, daysWaiting: 273, daysFromAdm: 273, daysFromOrder: 215 },
  })
})

test('the agency decision maker’s decisions are nobody else’s to record, and other dates not theirs', async () => {
  const { record, command } = await prepared()
  const manager = await aWorker(database, { roles: ['practice-manager', 'family-finder'] })
  const decisionMaker = await aWorker(database, { roles: ['agency-decision-maker'] })
  const elsewhere = await aWorker(database, { agency: 'CITY', roles: ['agency-decision-maker', 'family-finder'] })
  expect(await record(manager, command({ date: 'matched' }))).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await record(manager, command({ date: 'admDecision', on: date('2026-02-03') }))).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await record(decisionMaker, command({ date: 'placed' }))).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await record(elsewhere, command({ date: 'matched' }))).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await rowsOf(sql`select version from child`)).toEqual([{ version: 1 }])
})

test('a route is recorded with its day, which partners do not read: they see the name', async () => {
  const { record, command, register, one } = await prepared()
  const finder = await aWorker(database)
  const answer = await record(finder, command({ date: 'Exchange event', on: date('2026-11-02') }))
  expect(answer).toMatchObject({ ok: true, value: { routes: ['Exchange event'], changes: [{ what: ['routes'] }, { what: ['added'] }] } })
  expect(answer.ok && answer.value.routeDates.filter(({ isTried }) => isTried)).toEqual([{ route: 'Exchange event', isTried: true, on: '2026-11-02' }])
  expect(await rowsOf(sql`select routes from child_shared`)).toEqual([{ routes: ['Exchange event'] }])
  const partner = await aWorker(database, { agency: 'CITY' })
  const shared = await readChild({ register, holidays, ...clock() })(partner, { reference: one.child.reference })
  expect(shared).toMatchObject({ ok: true, value: { view: 'shared', routes: ['Exchange event'] } })
  expect(JSON.stringify(shared)).not.toContain('2026-11-02')
})

test('what changed keeps the day that was there before, for the own agency', async () => {
  const { record, command } = await prepared()
  const finder = await aWorker(database)
  await record(finder, command({ date: 'lastReview', on: date('2026-10-01') }))
  const corrected = await record(finder, command({ date: 'lastReview', on: date('2026-10-05'), version: 2 }))
  expect(corrected).toMatchObject({
    ok: true,
    value: { changes: [{ days: [{ name: 'lastReview', was: '2026-10-01', is: '2026-10-05' }] }, { days: [] }, { days: [] }] },
  })
  const takenAway = await record(finder, command({ date: 'lastReview', on: null, version: 3 }))
  expect(takenAway).toMatchObject({ ok: true, value: { changes: [{ days: [{ name: 'lastReview', was: '2026-10-05', is: null }] }, {}, {}, {}] } })
})

test('the day on which a profile went live is the one of Link Maker', async () => {
  const { record, command } = await prepared()
  const answer = await record(await aWorker(database), command({ date: 'profileLive', on: date('2026-11-02') }))
  expect(answer).toMatchObject({ ok: true, value: { routes: ['Link Maker'] } })
})

test('somebody of another agency who cannot see the child is told that there is none', async () => {
  const { record, command } = await prepared()
  const socialWorker = await aWorker(database, { agency: 'CITY', roles: ['childs-social-worker'] })
  expect(await record(socialWorker, command({}))).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test('the second writer is told that somebody was first', async () => {
  const { record, command } = await prepared()
  const finder = await aWorker(database)
  expect(await record(finder, command({ on: date('2026-11-01') }))).toMatchObject({ ok: true })
  expect(await record(finder, command({ on: date('2026-11-02') }))).toEqual({ ok: false, refusal: { kind: 'conflict', reason: 'stale-version' } })
})

test('pressed twice, one effect and the same answer', async () => {
  const { record, command } = await prepared()
  const finder = await aWorker(database)
  const once = command({ on: date('2026-11-01') })
  const first = await record(finder, once)
  expect(await record(finder, once)).toEqual(first)
  expect(await rowsOf(sql`select version from child`)).toEqual([{ version: 2 }])
  expect(await rowsOf(sql`select count(*)::int as n from job`)).toEqual([{ n: 1 }])
})

test('a key that was used for another date is refused, and neither date is lost in silence', async () => {
  const { record, command } = await prepared()
  const finder = await aWorker(database)
  const once = command({ on: date('2026-11-01') })
  await record(finder, once)
  const keyReused = { ok: false, refusal: { kind: 'conflict', reason: 'key-reused' } }
  expect(await record(finder, { ...once, on: date('2026-11-02') })).toEqual(keyReused)
  expect(await record(finder, { ...once, date: 'earlyPermanence', version: 2 })).toEqual(keyReused)
  expect(await rowsOf(sql`select placed, early_permanence from child`)).toEqual([{ placed: '2026-11-01', early_permanence: null }])
})

test('a kept key holds nothing about the child, and opens nothing for somebody who lost the role', async () => {
  const { record, command, one } = await prepared()
  const finder = await aWorker(database)
  const once = command({ on: date('2026-11-01') })
  await record(finder, once)
  expect(await rowsOf(sql`select answer from idempotency`)).toEqual([{ answer: { reference: one.child.reference } }])
  expect(await record({ ...finder, roles: ['administrator'] }, once)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
})

test.each<[string, Partial<RecordDateCommand>, string]>([
  ['a day to come', { on: addDays(TODAY, 1) }, 'on'],
  ['no day', { on: '2026-02-30' }, 'on'],
  ['before the decision', { on: date('2026-01-01') }, 'on'],
  ['care before birth', { date: 'enteredCare', on: date('2022-03-13') }, 'on'],
  ['an end without a reason', { date: 'planEnded' }, 'reason'],
  ['a reason without an end', { reason: 'RD1' }, 'reason'],
])('%s is refused with a sentence and changes nothing', async (_what, more, field) => {
  const { record, command } = await prepared()
  expect(await record(await aWorker(database), command(more))).toMatchObject({
    ok: false,
    refusal: { kind: 'invalid', fields: { [field]: expect.any(String) } },
  })
  expect(await rowsOf(sql`select version from child`)).toEqual([{ version: 1 }])
})

test('each night ages and bands follow the birthdays, in both tables', async () => {
  const register = registerOn(database)
  await saveChildren(register, aChild({ born: date('2021-11-23') }), aChild({ born: date('2020-01-01') }))
  const tomorrow = registerOn(database, { cipher, ...clock(addDays(TODAY, 1)) })
  expect(await refreshShared({ register: tomorrow })(AGENCIES.LEICS.id)).toBe(1)
  expect(
    await rowsOf(
      sql`select c.age_years, c.age_band, s.age_band as shared, s.harder_to_place from child c join child_shared s on s.child_id = c.id order by c.age_years`,
    ),
  ).toEqual([
    { age_years: 5, age_band: '5–9', shared: '5–9', harder_to_place: ['aged 5 or over'] },
    { age_years: 6, age_band: '5–9', shared: '5–9', harder_to_place: ['aged 5 or over'] },
  ])
  expect(await refreshShared({ register: tomorrow })(AGENCIES.LEICS.id)).toBe(0)
})
