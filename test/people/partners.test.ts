import { sql } from 'kysely'
import type { Child } from '../../src/children/child.ts'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import { partners } from '../../src/people/administration/administration-contract.ts'
import { aChild, date } from '../children/a-child.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { aKey, openAdministrationDesk, type AdministrationDesk } from './support/administration-desk.ts'

const CODES = Object.keys(AGENCIES)
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
  await aWorker(desk.database, { agency: 'CITY', name: 'Cora City', roles: ['administrator'] })
})

const REASON = 'Decided by the management board on 20 November, as counsel advised.'
const sharing = () => rowsOf<{ code: string; shares_from: string }>(desk.database, `select code, shares_from from agency where shares_from <> 'adm-decision'`)
const change = (by: Actor, more: object = {}) =>
  desk.changeSharing(by, { was: 'adm-decision', sharesFrom: 'placement-order', reason: REASON, ...aKey(), ...more })

test('the agencies with what is known of each, one’s own first; of a partner neither tenant id, people nor conversations', async () => {
  const { body, status } = await desk.ask(ama, '/partners')
  const { items, mayChangeSharing, demo } = partners.parse(body)
  expect([status, mayChangeSharing, demo, items.map(({ code }) => code).sort()]).toEqual([200, true, false, [...CODES].sort()])
  expect(items[0]).toEqual({
    code: 'LEICS',
    name: 'Leicestershire County Council',
    isHub: false,
    isYours: true,
    hasTenant: true,
    tenantId: AGENCIES.LEICS.tenantId,
    servedBy: null,
    consent: 'not-known-here',
    consentLink: `https://login.example/${AGENCIES.LEICS.tenantId}/adminconsent`,
    sharesFrom: 'adm-decision',
    botInstalled: false,
    administrators: ['Ama Mensah'],
  })
  expect(items.find(({ code }) => code === 'CITY')).toMatchObject({
    hasTenant: true,
    tenantId: null,
    consentLink: 'https://login.example/organizations/adminconsent',
    botInstalled: null,
    administrators: null,
  })
  expect(items.find(({ code }) => code === 'RUTLAND')).toMatchObject({
    hasTenant: false,
    servedBy: 'Lincolnshire County Council',
    consent: 'not-needed',
    consentLink: null,
  })
  for (const { tenantId } of Object.values(AGENCIES).slice(1)) if (tenantId !== null) expect(JSON.stringify(body)).not.toContain(tenantId)
  expect(JSON.stringify(body)).not.toContain('Cora City')
})

test('the bot is known to be there once it has told of a conversation of one’s own', async () => {
  const conversation = {
    kind: 'regional' as const,
    name: 'regional',
    serviceUrl: 'https://smba.example/',
    teamGroupId: null,
    workerId: null,
    state: 'open' as const,
  }
  const tells = ({ id, tenantId }: { readonly id: Actor['agencyId']; readonly tenantId: string | null }) =>
    desk.register.asJob(id, 'test', ({ posts }) =>
      posts.saveConversation({ ...conversation, agencyId: id, tenantId: tenantId ?? '', conversationId: `19:${id}` }),
    )
  await tells(AGENCIES.CITY)
  expect(await desk.readPartners(ama)).toMatchObject({ value: { items: [{ code: 'LEICS', botInstalled: false }, ...Array<unknown>(6).fill({})] } })
  await tells(AGENCIES.LEICS)
  expect(await desk.readPartners(ama)).toMatchObject({ value: { items: [{ code: 'LEICS', botInstalled: true }, ...Array<unknown>(6).fill({})] } })
})

test('an administrator changes from when the own agency shares; who, when and why stays; the shared rows follow', async () => {
  const changed = await desk.ask(ama, '/partners/sharing', { was: 'adm-decision', sharesFrom: 'placement-order', reason: ` ${REASON} `, ...aKey() })
  expect(changed).toMatchObject({
    status: 200,
    body: { changes: [{ at: '2026-11-22T10:00:00.000Z', by: 'Ama Mensah', was: 'adm-decision', became: 'placement-order', reason: REASON }] },
  })
  expect(await sharing()).toEqual([{ code: 'LEICS', shares_from: 'placement-order' }])
  expect(await rowsOf(desk.database, `select subjects, reason from audit where verb = 'sharing.changed'`)).toEqual([
    { subjects: ['placement-order'], reason: null },
  ])
  const city = await aWorker(desk.database, { agency: 'CITY', roles: ['information-governance'] })
  expect(await desk.readPartners(city)).toMatchObject({ value: { changes: [], mayChangeSharing: false } })
})

test('of two who change it at once one is told, and the same key changes once', async () => {
  const [first, second] = await Promise.all([change(ama), change(ama)])
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1)
  expect([first, second].find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'conflict', reason: 'stale-version' } })
  const key = aKey()
  const back = { was: 'placement-order', sharesFrom: 'adm-decision', ...key }
  expect((await Promise.all([change(ama, back), change(ama, back)])).map(({ ok }) => ok)).toEqual([true, true])
  expect(await rowsOf(desk.database, 'select became from sharing_change order by id')).toEqual([{ became: 'placement-order' }, { became: 'adm-decision' }])
})

test.each(ROLES.filter((role) => role !== 'administrator'))('a %s does not change it', async (role) => {
  const person = await aWorker(desk.database, { roles: [role] })
  expect(await change(person)).toMatchObject({ refusal: { kind: 'not-allowed' } })
  expect(await sharing()).toEqual([])
  const reads = ['practice-manager', 'senior-manager', 'information-governance'].includes(role)
  expect((await desk.ask(person, '/partners')).status).toBe(reads ? 200 : 403)
})

test.each([
  ['no reason', { reason: undefined }],
  ['a reason that says nothing', { reason: 'because   ' }],
  ['a reason that cannot be stored', { reason: `${REASON}\u0000` }],
  ['a rule that is none', { sharesFrom: 'never' }],
  ['what holds already', { sharesFrom: 'adm-decision' }],
  ['another agency', { agency: 'CITY' }],
])('%s is refused', async (_case, more) => {
  const body = { was: 'adm-decision', sharesFrom: 'placement-order', reason: REASON, ...aKey(), ...more }
  expect((await desk.ask(ama, '/partners/sharing', body)).status).toBe(422)
  expect(await sharing()).toEqual([])
})

const decided = { journey: { admDecision: date('2026-02-02') } }
const ordered = { journey: { admDecision: date('2026-02-02'), placementOrder: date('2026-04-01') } }
const saved = async (one: ReturnType<typeof aChild>) => {
  await desk.register.asJob(one.child.agencyId, 'test', ({ children }) => children.add(one.child, one.secrets))
  return one.child
}
const sharedNow = () => rowsOf<{ id: string }>(desk.database, 'select child_id as id from child_shared order by child_id')

test('the moment it is changed partners read by the new rule, and the cards of each child who appears or goes follow', async () => {
  const [early, late, theirs] = [await saved(aChild(decided)), await saved(aChild(ordered)), await saved(aChild({ ...decided, agency: 'CITY' }))]
  expect(await sharedNow()).toHaveLength(3)
  const follow = async () => {
    const rows = await rowsOf(desk.database, `select agency_id, kind, payload from job`)
    await asInspector(desk.database, (trx) => sql`delete from job`.execute(trx))
    return rows
  }
  const job = [{ agency_id: AGENCIES.LEICS.id, kind: 'post.child-changed', payload: { childId: early.id } }]
  expect((await change(ama)).ok).toBe(true)
  expect((await sharedNow()).map(({ id }) => id)).toEqual([late.id, theirs.id].sort())
  expect(await follow()).toEqual(job)
  expect((await change(ama, { was: 'placement-order', sharesFrom: 'adm-decision' })).ok).toBe(true)
  expect((await sharedNow()).map(({ id }) => id)).toEqual([early.id, late.id, theirs.id].sort())
  expect(await follow()).toEqual(job)
})

test('a child who is saved while sharing is changed is shared by the new rule only', async () => {
  for (let round = 0; round < 20; round++) {
    const children = await Promise.all([1, 2, 3].map(() => saved(aChild({ journey: {} }))))
    const decide = (child: Child) =>
      desk.register.asJob(child.agencyId, 'test', ({ children: store }) =>
        store.replace(child, { ...child, journey: { ...child.journey, ...decided.journey } }),
      )
    const [changed] = await Promise.all([change(ama), ...children.map(decide), saved(aChild(decided))])
    expect(changed.ok).toBe(true)
    expect(await sharedNow()).toEqual([])
    await change(ama, { was: 'placement-order', sharesFrom: 'adm-decision' })
    expect(await sharedNow()).toHaveLength((round + 1) * 4)
  }
})
