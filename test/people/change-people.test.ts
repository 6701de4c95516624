import { randomUUID } from 'node:crypto'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import { worker, workers } from '../../src/people/administration/administration-contract.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { aKey, openAdministrationDesk, TODAY, type AdministrationDesk } from './support/administration-desk.ts'

let desk: AdministrationDesk
let ama: Actor
beforeAll(async () => {
  desk = await openAdministrationDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.database.truncate()
  await seedPartnership(desk.database)
  ama = await aWorker(desk.database, { name: 'Ama Mensah', roles: ['administrator'] })
})

const NUL_CURSOR = Buffer.from(JSON.stringify(['A\u0000', randomUUID()])).toString('base64url')
const who = (traits: Parameters<typeof aWorker>[1]) => aWorker(desk.database, traits)
const roles = (person: Actor) =>
  rowsOf<{ role: string; granted_on: string; ended_on: string | null }>(
    desk.database,
    `select role, granted_on, ended_on from worker_role where worker_id = '${person.workerId}' order by granted_on, role`,
  )
const end = (by: Actor, person: Actor, role = 'administrator' as const, on: string = TODAY) =>
  desk.endRole(by, { id: person.workerId, role, grantedOn: '2026-01-05', on, ...aKey() })

test('a colleague is added with a first role, signs in with it, is given another one and loses it', async () => {
  const objectId = randomUUID()
  const added = await desk.ask(ama, '/people', { tenantId: ama.tenantId.toUpperCase(), objectId, name: ' Ben Okoro ', role: 'family-finder', ...aKey() })
  const ben = worker.parse(added.body)
  expect([added.status, ben]).toMatchObject([
    201,
    { name: 'Ben Okoro', organisation: 'Leicestershire County Council', leftOn: null, isYou: false, roles: [{ role: 'family-finder', state: 'held' }] },
  ])
  expect(await desk.signIn({ tenantId: ama.tenantId, objectId })).toMatchObject({ kind: 'actor', actor: { name: 'Ben Okoro', roles: ['family-finder'] } })

  await desk.ask(ama, `/people/${ben.id}/roles`, { role: 'practice-manager', ...aKey() })
  await desk.ask(ama, `/people/${ben.id}/roles`, { role: 'administrator', from: '2026-12-01', ...aKey() })
  const ended = await desk.ask(ama, `/people/${ben.id}/roles/end`, { role: 'family-finder', grantedOn: TODAY, on: TODAY, ...aKey() })
  expect(ended).toMatchObject({
    status: 200,
    body: {
      roles: [
        { role: 'family-finder', endedOn: TODAY, state: 'ended' },
        { role: 'practice-manager', endedOn: null, state: 'held' },
        { role: 'administrator', grantedOn: '2026-12-01', state: 'to-come' },
      ],
    },
  })
  expect(await desk.signIn({ tenantId: ama.tenantId, objectId })).toMatchObject({ actor: { roles: ['practice-manager'] } })
  expect(await rowsOf(desk.database, `select verb, subjects, outcome from audit where verb not like 'people.%' order by id`)).toEqual([
    { verb: 'worker.added', subjects: [ben.id], outcome: 'done' },
    { verb: 'role.granted', subjects: [ben.id, 'family-finder'], outcome: 'done' },
    { verb: 'role.granted', subjects: [ben.id, 'practice-manager'], outcome: 'done' },
    { verb: 'role.granted', subjects: [ben.id, 'administrator'], outcome: 'done' },
    { verb: 'role.ended', subjects: [ben.id, 'family-finder'], outcome: 'done' },
  ])
})

test('somebody who leaves can open nothing from that day on, and comes back without the roles they left with', async () => {
  const ben = await who({ name: 'Ben Okoro', roles: ['family-finder', 'practice-manager'] })
  expect(await desk.ask(ama, `/people/${ben.workerId}/leaving`, { on: TODAY, ...aKey() })).toMatchObject({ status: 200, body: { leftOn: TODAY } })
  expect(await desk.signIn(ben)).toMatchObject({ kind: 'left' })
  expect(await desk.ask(ama, '/people')).toMatchObject({ body: { total: 1, items: [{ name: 'Ama Mensah' }] } })
  expect(await desk.ask(ama, '/people?standing=left')).toMatchObject({ body: { total: 1, items: [{ name: 'Ben Okoro', leftOn: TODAY }] } })
  expect(await desk.ask(ama, `/people/${ben.workerId}/roles`, { role: 'family-finder', ...aKey() })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/person' }] },
  })
  await desk.ask(ama, '/people', { tenantId: ben.tenantId, objectId: ben.objectId, name: 'Ben Okoro', role: 'childs-social-worker', ...aKey() })
  expect(await desk.signIn(ben)).toMatchObject({ kind: 'actor', actor: { workerId: ben.workerId, roles: ['childs-social-worker'] } })
})

test('roles that were to end after the leaving, or to begin after it, do not come back with the person', async () => {
  const ben = await who({ name: 'Ben Okoro', roles: ['family-finder', 'practice-manager'] })
  await desk.ask(ama, `/people/${ben.workerId}/roles/end`, { role: 'family-finder', grantedOn: '2026-01-05', on: '2027-06-01', ...aKey() })
  await desk.ask(ama, `/people/${ben.workerId}/roles`, { role: 'senior-manager', from: '2026-12-01', ...aKey() })
  await desk.ask(ama, `/people/${ben.workerId}/leaving`, { on: TODAY, ...aKey() })
  await desk.ask(ama, '/people', { tenantId: ben.tenantId, objectId: ben.objectId, name: 'Ben Okoro', role: 'childs-social-worker', ...aKey() })
  expect(await desk.signIn(ben)).toMatchObject({ kind: 'actor', actor: { roles: ['childs-social-worker'] } })
  expect(await roles(ben)).toEqual([
    { role: 'family-finder', granted_on: '2026-01-05', ended_on: TODAY },
    { role: 'practice-manager', granted_on: '2026-01-05', ended_on: TODAY },
    { role: 'childs-social-worker', granted_on: TODAY, ended_on: null },
    { role: 'senior-manager', granted_on: '2026-12-01', ended_on: '2026-12-01' },
  ])
  expect(await desk.ask(ama, `/people/${ben.workerId}/roles`, { role: 'senior-manager', from: '2026-12-01', ...aKey() })).toMatchObject({ status: 200 })
})

test('the list goes by name, page by page, finds a part of a name in any letter case, and counts all that fit', async () => {
  for (const name of ['ben Okoro', 'Chloe Marsh', 'Ben Adeyemi', 'Dev Patel']) await who({ name })
  await who({ name: 'Zoe Gone', leftOn: '2026-02-01' })
  await who({ name: 'Ben Elsewhere', agency: 'CITY' })
  const names: string[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null && page < 9; page += 1) {
    const answer = await desk.ask(ama, `/people?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
    const { items, nextCursor, total, mayChange } = workers.parse(answer.body)
    expect([items.length <= 2, total, mayChange]).toEqual([true, 5, true])
    names.push(...items.map(({ name }) => name))
    cursor = nextCursor
  }
  expect(names).toEqual(['Ama Mensah', 'Ben Adeyemi', 'ben Okoro', 'Chloe Marsh', 'Dev Patel'])
  expect(await desk.ask(ama, '/people?search=BEN')).toMatchObject({ body: { total: 2, items: [{ name: 'Ben Adeyemi' }, { name: 'ben Okoro' }] } })
  expect(await desk.ask(ama, '/people?search=%25')).toMatchObject({ body: { total: 0, items: [] } })
  expect(await desk.ask(ama, '/people?standing=all')).toMatchObject({ body: { total: 6 } })
})

describe('the last administrator', () => {
  const STAYS = { ok: false, refusal: { kind: 'invalid' } }

  test('can neither end their own role nor leave', async () => {
    expect(await end(ama, ama)).toMatchObject(STAYS)
    expect(await end(ama, ama, 'administrator', '2027-12-31')).toMatchObject(STAYS)
    expect(await desk.markLeft(ama, { id: ama.workerId, on: TODAY, ...aKey() })).toMatchObject(STAYS)
    expect(await desk.markLeft(ama, { id: ama.workerId, on: '2027-12-31', ...aKey() })).toMatchObject(STAYS)
    expect(await desk.signIn(ama)).toMatchObject({ kind: 'actor', actor: { roles: ['administrator'] } })
  })

  test('may go once somebody else administers with no end', async () => {
    const ben = await who({ name: 'Ben Okoro', roles: [] })
    await desk.giveRole(ama, { id: ben.workerId, role: 'administrator', from: '2026-12-01', ...aKey() })
    expect(await end(ama, ama)).toMatchObject(STAYS)
    expect(await end(ama, ama, 'administrator', '2026-12-01')).toMatchObject({ ok: true })
    expect(await end(ama, ama)).toMatchObject(STAYS)
    expect(await desk.endRole(ama, { id: ben.workerId, role: 'administrator', grantedOn: '2026-12-01', on: '2026-12-01', ...aKey() })).toMatchObject(STAYS)
  })

  test('is not followed by somebody who is leaving, whose own role ends, or who administers another agency', async () => {
    const leaver = await who({ roles: ['administrator'], leftOn: '2026-12-01' })
    const ending = await who({ roles: ['administrator'] })
    expect(await end(ama, ending, 'administrator', '2026-12-01')).toMatchObject({ ok: true })
    await who({ agency: 'CITY', roles: ['administrator'] })
    expect(await end(ama, ama)).toMatchObject(STAYS)
    expect(await desk.markLeft(ama, { id: leaver.workerId, on: TODAY, ...aKey() })).toMatchObject({ ok: true })
  })

  test('stays however two who administer end each other or themselves at the same moment', async () => {
    const ben = await who({ name: 'Ben Okoro', roles: ['administrator'] })
    const chloe = await who({ name: 'Chloe Marsh', roles: ['administrator'] })
    const changes = await Promise.all([
      end(ama, ben),
      end(ben, ama),
      desk.markLeft(ben, { id: chloe.workerId, on: TODAY, ...aKey() }),
      desk.markLeft(chloe, { id: ama.workerId, on: TODAY, ...aKey() }),
      end(chloe, chloe),
      desk.markLeft(ama, { id: ama.workerId, on: TODAY, ...aKey() }),
    ])
    expect(changes.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    const left = await Promise.all([ama, ben, chloe].map((one) => desk.signIn(one)))
    expect(left.filter((one) => one.kind === 'actor' && one.actor.roles.includes('administrator'))).toHaveLength(1)
  })
})

test('the same key changes once, and says the same again; for another command it is refused', async () => {
  const ben = await who({ name: 'Ben Okoro', roles: [] })
  const command = { id: ben.workerId, role: 'family-finder' as const, ...aKey() }
  const answers = await Promise.all([desk.giveRole(ama, command), desk.giveRole(ama, command), desk.giveRole(ama, command)])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await roles(ben)).toHaveLength(1)
  expect(await desk.giveRole(ama, { ...command, role: 'practice-manager' })).toMatchObject({ refusal: { reason: 'key-reused' } })
  expect(await desk.giveRole(ama, { ...command, ...aKey() })).toMatchObject({ refusal: { reason: 'already-done' } })
})

test.each(ROLES.filter((role) => role !== 'administrator'))('a %s changes nobody, and what they tried is in the audit', async (role) => {
  const person = await who({ name: 'Ffion Reed', roles: [role] })
  const ben = await who({ name: 'Ben Okoro' })
  const tries = [
    await desk.addWorker(person, { tenantId: person.tenantId, objectId: randomUUID(), name: 'Friend', role: 'administrator', ...aKey() }),
    await desk.giveRole(person, { id: person.workerId, role: 'administrator', ...aKey() }),
    await end(person, ben),
    await desk.markLeft(person, { id: ama.workerId, on: TODAY, ...aKey() }),
  ]
  expect(tries).toEqual(tries.map(() => ({ ok: false, refusal: { kind: 'not-allowed', action: expect.any(String) } })))
  expect(await rowsOf(desk.database, `select distinct outcome from audit`)).toEqual([{ outcome: 'refused' }])
  const reads = ['practice-manager', 'senior-manager', 'information-governance'].includes(role)
  expect(await desk.ask(person, '/people')).toMatchObject(reads ? { status: 200, body: { mayChange: false } } : { status: 403 })
})

test('somebody of another agency is answered as nobody is, and nothing of them changes', async () => {
  const elsewhere = await who({ agency: 'CITY', name: 'Cora City', roles: ['administrator'] })
  const requests: readonly (readonly [string, object])[] = [
    ['roles', { role: 'administrator' }],
    ['roles/end', { role: 'administrator', grantedOn: '2026-01-05', on: TODAY }],
    ['leaving', { on: TODAY }],
  ]
  for (const [path, body] of requests) {
    const hidden = await desk.ask(ama, `/people/${elsewhere.workerId}/${path}`, { ...body, ...aKey() })
    expect(hidden).toEqual(await desk.ask(ama, `/people/${randomUUID()}/${path}`, { ...body, ...aKey() }))
    expect(hidden.status).toBe(404)
  }
  expect(await roles(elsewhere)).toEqual([{ role: 'administrator', granted_on: '2026-01-05', ended_on: null }])
  expect(await desk.ask(ama, '/people?standing=all&search=Cora')).toMatchObject({ body: { items: [], total: 0 } })
})

test('a colleague of a serving agency can be added, and works for both', async () => {
  const lincs = await who({ agency: 'LINCS', name: 'Lena Lincs' })
  const rutland = await who({ agency: 'RUTLAND', roles: ['administrator'] })
  const added = await desk.addWorker(rutland, { tenantId: lincs.tenantId, objectId: lincs.objectId, name: 'Lena Lincs', role: 'family-finder', ...aKey() })
  expect(added).toMatchObject({ ok: true, value: { organisation: 'Lincolnshire County Council' } })
  expect(await desk.signIn(lincs)).toMatchObject({ kind: 'choose', worksFor: [{ code: 'LINCS' }, { code: 'RUTLAND' }] })
})

test.each([
  ['a tenant that no agency has', { tenantId: randomUUID() }, '/tenantId'],
  ['a tenant that is no id', { tenantId: 'leicestershire.example' }, '/tenantId'],
  ['an account that is no id', { objectId: 'ben@leicestershire.example' }, '/objectId'],
  ['no name', { name: '  ' }, '/name'],
  ['a name that cannot be stored', { name: 'Ben\u0000Okoro' }, '/name'],
  ['a role that is none', { role: 'king' }, '/role'],
  ['another agency', { agency: 'CITY' }, '/agency'],
  ['no key', { key: undefined }, '/key'],
])('adding somebody with %s is refused with what to write instead', async (_case, more, pointer) => {
  const command = { tenantId: AGENCIES.LEICS.tenantId, objectId: randomUUID(), name: 'Ben Okoro', ...aKey(), ...more }
  expect(await desk.ask(ama, '/people', command)).toMatchObject({ status: 422, body: { errors: [{ pointer, detail: expect.any(String) }] } })
  expect(await rowsOf(desk.database, 'select name from worker')).toEqual([{ name: 'Ama Mensah' }])
})

test('somebody who is there already is not added a second time', async () => {
  const again = await desk.ask(ama, '/people', { tenantId: ama.tenantId, objectId: ama.objectId.toUpperCase(), name: 'Somebody Else', ...aKey() })
  expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/objectId', detail: expect.stringContaining('Ama Mensah') }] } })
})

test.each([
  '?cursor=forged',
  '?cursor=WyJhIiwiYiJd',
  '?limit=0',
  '?limit=101',
  '?standing=gone',
  '?agency=CITY',
  '?search=',
  '?search=a%00b',
  `?cursor=${NUL_CURSOR}`,
])('the list refuses %s', async (query) => {
  expect((await desk.ask(ama, `/people${query}`)).status).toBe(422)
})
