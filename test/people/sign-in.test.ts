import { sql } from 'kysely'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { chooseAgency } from '../../src/people/choose-agency.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { asInspector } from '../support/inspector.ts'

const TODAY = '2026-11-22' as PlainDate
const today = () => TODAY
const now = () => new Date('2026-11-22T10:00:00Z')
const LINCS = AGENCIES.LINCS.tenantId ?? ''
let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
})
afterAll(() => database.close())

const asks = (identity: { tenantId: string; objectId: string; isGuest?: boolean }) => signIn({ database, today })(identity)

test('somebody with a role today is an actor of their agency', async () => {
  const worker = await aWorker(database, { roles: ['family-finder', 'practice-manager'] })
  expect(await asks(worker)).toEqual({
    kind: 'actor',
    actor: { ...worker, roles: expect.arrayContaining(['family-finder', 'practice-manager']) },
    worksFor: [{ code: 'LEICS', name: 'Leicestershire County Council' }],
  })
})

test('ids are the same person in any letter case', async () => {
  const worker = await aWorker(database)
  expect(await asks({ tenantId: worker.tenantId.toUpperCase(), objectId: worker.objectId.toUpperCase() })).toMatchObject({
    kind: 'actor',
    actor: { workerId: worker.workerId, objectId: worker.objectId },
  })
})

test('the same object id in another tenant is another person', async () => {
  const worker = await aWorker(database)
  expect(await asks({ tenantId: LINCS, objectId: worker.objectId })).toEqual({ kind: 'no-role', agencyName: 'Lincolnshire County Council' })
})

test('a tenant that no agency has is unknown, also where the person is a guest or the id is no id', async () => {
  const tenantId = '99999999-9999-4999-8999-999999999999'
  const objectId = crypto.randomUUID()
  expect(await asks({ tenantId, objectId })).toEqual({ kind: 'unknown-tenant' })
  expect(await asks({ tenantId, objectId, isGuest: true })).toEqual({ kind: 'unknown-tenant' })
  expect(await asks({ tenantId: "' or true --", objectId })).toEqual({ kind: 'unknown-tenant' })
  expect(await asks({ tenantId, objectId: 'nobody' })).toEqual({ kind: 'unknown-tenant' })
})

test('a colleague without a role is told the name of their own agency', async () => {
  expect(await asks({ tenantId: LINCS, objectId: crypto.randomUUID() })).toEqual({ kind: 'no-role', agencyName: 'Lincolnshire County Council' })
  expect(await asks({ tenantId: LINCS, objectId: 'no guid' })).toEqual({ kind: 'no-role', agencyName: 'Lincolnshire County Council' })
})

test('a guest account is nobody, whatever rows it has', async () => {
  const worker = await aWorker(database)
  expect(await asks({ ...worker, isGuest: true })).toEqual({ kind: 'guest' })
})

test('a leaver has left from that day on, whatever role rows are open', async () => {
  const left = await aWorker(database, { leftOn: '2026-11-22' })
  expect(await asks(left)).toEqual({ kind: 'left', agencyName: 'Leicestershire County Council' })
  const leaving = await aWorker(database, { leftOn: '2026-11-23' })
  expect(await asks(leaving)).toMatchObject({ kind: 'actor' })
})

test('a role counts from the day it is granted until the day before it ends', async () => {
  const future = await aWorker(database, { grantedOn: '2026-11-23' })
  expect(await asks(future)).toEqual({ kind: 'no-role', agencyName: 'Leicestershire County Council' })
  const fromToday = await aWorker(database, { grantedOn: '2026-11-22' })
  expect(await asks(fromToday)).toMatchObject({ kind: 'actor' })
  const ended = await aWorker(database)
  await asInspector(database, (trx) => sql`update worker_role set ended_on = '2026-11-22' where worker_id = ${ended.workerId}`.execute(trx))
  expect(await asks(ended)).toEqual({ kind: 'no-role', agencyName: 'Leicestershire County Council' })
})

test('who works for two agencies chooses, is then one of them, and may choose again', async () => {
  const objectId = crypto.randomUUID()
  await aWorker(database, { agency: 'LINCS', objectId })
  await aWorker(database, { agency: 'RUTLAND', objectId })
  const person = { tenantId: LINCS, objectId }
  const both = [
    { code: 'LINCS', name: 'Lincolnshire County Council' },
    { code: 'RUTLAND', name: 'Rutland County Council' },
  ]
  expect(await asks(person)).toEqual({ kind: 'choose', worksFor: both })
  const choose = (at: Date) => chooseAgency({ database, today, now: () => at })
  expect(await choose(now())(person, 'RUTLAND')).toBe(true)
  expect(await asks(person)).toMatchObject({ kind: 'actor', actor: { agencyCode: 'RUTLAND', tenantId: LINCS }, worksFor: both })
  expect(await choose(new Date('2026-11-22T10:00:00.001Z'))(person, 'LINCS')).toBe(true)
  expect(await asks(person)).toMatchObject({ kind: 'actor', actor: { agencyCode: 'LINCS' } })
})

test('nobody chooses an agency that they do not work for', async () => {
  const worker = await aWorker(database)
  const choose = chooseAgency({ database, today, now })
  expect(await choose(worker, 'CITY')).toBe(false)
  expect(await choose(worker, 'NOWHERE')).toBe(false)
  expect(await choose({ ...worker, isGuest: true }, 'LEICS')).toBe(false)
  expect(await choose({ tenantId: crypto.randomUUID(), objectId: worker.objectId }, 'LEICS')).toBe(false)
  const left = await aWorker(database, { leftOn: '2026-01-01' })
  expect(await choose(left, 'LEICS')).toBe(false)
})

test('where one of two agencies was left, the other one needs no choice', async () => {
  const objectId = crypto.randomUUID()
  await aWorker(database, { agency: 'LINCS', objectId, leftOn: '2026-06-01' })
  await aWorker(database, { agency: 'HUB', objectId, roles: ['hub-coordinator'] })
  expect(await asks({ tenantId: LINCS, objectId })).toMatchObject({ kind: 'actor', actor: { agencyCode: 'HUB', isHub: true }, worksFor: [{ code: 'HUB' }] })
})
