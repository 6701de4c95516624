import { runGrant } from '../../src/cli/grant-command.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { peopleStore, type PeopleStore } from '../../src/people/people-store.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { keyCheckOf } from '../../src/safeguards/key-check.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const LINCS = AGENCIES.LINCS.tenantId ?? ''
const OBJECT = 'ab0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3'
const fieldKey = Buffer.alloc(32, 5)
let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(() => database.truncate())
afterAll(() => database.close())

const grant = (...typed: readonly string[]) => {
  const register = openRegister<{ people: PeopleStore }>({ database, now: () => new Date(), makeScope: (trx) => ({ people: peopleStore(trx) }) })
  return runGrant({ database, register, fieldKey }, 'live', typed)
}
const administrator = ['--agency', 'LINCS', '--tenant', LINCS, '--object', OBJECT, '--name', 'Ama Mensah']
const asks = () => signIn({ database, today: () => new Date().toISOString().slice(0, 10) as PlainDate })({ tenantId: LINCS, objectId: OBJECT })

test('an empty live register gets its first agency and that agency its first administrator, in one command', async () => {
  expect(await grant(...administrator, '--agency-name', 'Lincolnshire County Council', '--partnership', 'Family Adoption Links')).toBe(
    'LINCS is registered.\nAma Mensah is administrator at Lincolnshire County Council from today.',
  )
  expect(await asks()).toMatchObject({ kind: 'actor', actor: { agencyCode: 'LINCS', roles: ['administrator'], name: 'Ama Mensah' } })
  expect(await rowsOf(database, 'select name, kind, key_check from partnership')).toEqual([
    { name: 'Family Adoption Links', kind: 'live', key_check: keyCheckOf(fieldKey) },
  ])
  expect(await rowsOf(database, 'select verb, actor, outcome from audit')).toEqual([expect.objectContaining({ verb: 'role.granted', outcome: 'done' })])
})

test('an agency without a tenant is registered as served by another, and its people have that tenant', async () => {
  await grant('--agency', 'LINCS', '--agency-name', 'Lincolnshire County Council', '--tenant', LINCS)
  await grant(
    '--agency',
    'HUB',
    '--agency-name',
    'Family Adoption Links',
    '--served-by',
    'LINCS',
    '--hub',
    '--tenant',
    LINCS,
    '--object',
    OBJECT,
    '--name',
    'Ama Mensah',
  )
  expect(await asks()).toMatchObject({ kind: 'actor', actor: { agencyCode: 'HUB', isHub: true } })
})

test('another role can be granted, also beside an administrator', async () => {
  await seedPartnership(database, 'live')
  await grant(...administrator)
  await grant(...administrator, '--role', 'family-finder')
  expect(await asks()).toMatchObject({ kind: 'actor', actor: { roles: expect.arrayContaining(['administrator', 'family-finder']) } })
})

test('an agency that has an administrator keeps them', async () => {
  await seedPartnership(database, 'live')
  await grant(...administrator)
  await expect(grant('--agency', 'LINCS', '--tenant', LINCS, '--object', crypto.randomUUID(), '--name', 'Somebody Else')).rejects.toThrow(
    '--agency already has an administrator. Ask them for the role.',
  )
  expect(await rowsOf(database, 'select name from worker')).toEqual([{ name: 'Ama Mensah' }])
})

test('somebody who comes back has the role granted now and none of those they left with', async () => {
  await seedPartnership(database, 'live')
  await aWorker(database, { agency: 'LINCS', objectId: OBJECT, leftOn: '2026-02-01', roles: ['practice-manager'] })
  await grant(...administrator)
  expect(await asks()).toMatchObject({ kind: 'actor', actor: { roles: ['administrator'] } })
})

test.each([
  [['--agency', 'NOWHERE', '--tenant', LINCS, '--object', OBJECT, '--name', 'A'], /--agency is not registered\. Registered are .*LINCS/u],
  [['--agency', 'lincs', '--tenant', LINCS, '--object', OBJECT, '--name', 'A'], /--agency is 2 to 8 capital letters/u],
  [['--agency', 'LINCS', '--tenant', 'lincolnshire', '--object', OBJECT, '--name', 'A'], /--tenant is a GUID/u],
  [['--agency', 'LINCS', '--tenant', LINCS, '--object', '123', '--name', 'A'], /--object is a GUID/u],
  [['--agency', 'LINCS', '--tenant', crypto.randomUUID(), '--object', OBJECT, '--name', 'A'], /--tenant belongs to no registered agency/u],
  [['--agency', 'LINCS', '--tenant', LINCS, '--object', OBJECT], /--name belong together/u],
  [['--agency', 'LINCS', '--tenant', LINCS, '--object', OBJECT, '--name', 'A', '--role', 'king'], /--role is one of family-finder/u],
  [['--agency', 'LINCS', '--password', 'x'], /npm run grant/u],
  [[], /--agency is needed/u],
  [['--agency', 'LINCS', '--agency-name', 'Lincolnshire again', '--tenant', crypto.randomUUID()], /--agency is registered already/u],
  [['--agency', 'NEWONE', '--agency-name', 'New', '--tenant', LINCS], /--tenant is the tenant of another agency/u],
  [['--agency', 'NEWONE', '--agency-name', 'New', '--served-by', 'NOBODY'], /--served-by is not a registered agency/u],
  [['--agency', 'NEWONE', '--agency-name', 'New'], /--tenant is needed, or --served-by/u],
])('%j is refused with a sentence and changes nothing', async (typed, sentence) => {
  await seedPartnership(database, 'live')
  await expect(grant(...typed)).rejects.toThrow(sentence)
  expect(await rowsOf(database, 'select id from worker')).toEqual([])
  expect(await rowsOf(database, 'select id from agency')).toHaveLength(7)
})
