import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import type { AgencyId } from '../../src/core/ids.ts'
import { newReference } from '../../src/core/reference.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { ok } from '../../src/core/result.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { sectionsOf } from '../../src/people/people-access.ts'
import { AUDIT_PLACES, mayAudit } from '../../src/safeguards/audit-access.ts'
import { AUDIT_ACTIONS, type AuditAction } from '../../src/safeguards/audit-kinds.ts'
import { AUDIT_VERBS, auditPage } from '../../src/safeguards/audit-contract.ts'
import { DID_VERBS } from '../../src/safeguards/audit-did-contract.ts'
import { auditRoutes } from '../../src/safeguards/audit-routes.ts'
import { auditSearchStore } from '../../src/safeguards/audit-search-store.ts'
import { searchAudit } from '../../src/safeguards/search-audit.ts'
import { anActor } from '../support/actors.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, PARTNERSHIP, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openIssuer, type Issuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'

const LEICS = AGENCIES.LEICS.id
const CITY = AGENCIES.CITY.id
let database: TestDatabase
let issuer: Issuer
let web: Awaited<ReturnType<typeof startWeb>>
let clock: Date
const now = () => clock
const register = () => openRegister({ database, now, makeScope: (trx, who) => ({ auditSearch: auditSearchStore(trx, who) }) })
/** the one who searches, a colleague, and somebody of another agency */
let guard: Actor
let priya: Actor
let cora: Actor

beforeAll(async () => {
  database = await openTestDatabase()
  issuer = await openIssuer(() => new Date())
  const routes = auditRoutes({
    searchAudit: (actor, asked) => searchAudit({ register: register() })(actor, asked),
    countAuditDays: () => Promise.reject(new Error('Not asked for here.')),
    exportAudit: () => Promise.reject(new Error('Not asked for here.')),
  })
  web = await startWeb(issuer, signIn({ database, today: () => '2026-11-22' as never }), { routes, requestsPerMinute: 100_000 })
})
afterAll(async () => {
  await web.close()
  await issuer.close()
  await database.close()
})
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
  clock = new Date('2026-11-22T10:00:00Z')
  guard = await aWorker(database, { name: 'Ines Guard', roles: ['information-governance'] })
  priya = await aWorker(database, { name: 'Priya Raman', roles: ['family-finder'] })
  cora = await aWorker(database, { name: 'Cora City', agency: 'CITY', roles: ['family-finder'] })
})

/** Somebody does something, a second after the last thing that was done. */
const does = async (actor: Actor, verb: string, subjectAgencyId: AgencyId, ...subjects: readonly string[]): Promise<void> => {
  clock = new Date(clock.getTime() + 1000)
  await register().as(actor, { verb }, async ({ audit }) => {
    await audit.record({ verb, subjectAgencyId, subjects })
    return ok(undefined)
  })
}
const isRefused = (actor: Actor, verb: string, ...subjects: readonly string[]) =>
  register().as(actor, { verb, subjects }, () => Promise.resolve({ ok: false, refusal: { kind: 'not-found' } } as const))

const search = async (query = '', person: Actor = guard) => {
  const response = await fetch(`${web.url}/api/v1/audit${query}`, { headers: { authorization: `Bearer ${await issuer.tokenFor(person)}` } })
  const text = await response.text()
  return { status: response.status, text: text.replace(/"correlationId":"[^"]*"/u, '"correlationId":"-"') }
}
const found = async (query = '', person: Actor = guard) => auditPage.parse(JSON.parse((await search(query, person)).text))
const lines = async (query = '', person: Actor = guard) =>
  (await found(query, person)).items.filter(({ verb }) => verb !== 'audit.searched').map(({ actor, verb, about }) => [actor.name, verb, ...about].join(' '))

const OURS = 'FF-7K3Q0'
const OUR_OTHER = newReference('FF', () => 1)
const THEIRS = newReference('FF', () => 2)

test('who saw a child: colleagues and people of other agencies, newest first, with roles, agency, words and outcome', async () => {
  await does(priya, 'child.private-read', LEICS, OURS)
  await does(cora, 'child.read', LEICS, OURS)
  await does(cora, 'waiting.listed', LEICS, OURS, OUR_OTHER)
  await does(priya, 'child.read', LEICS, OUR_OTHER)
  const { items, total, more } = await found(`?about=${OURS.toLowerCase().replace('-', '')}`)
  expect([total, more]).toEqual([3, false])
  const colleague = { kind: 'person', name: 'Priya Raman', agency: 'Leicestershire County Council', roles: ['family-finder'] }
  const partner = { kind: 'person', name: 'Cora City', agency: 'Leicester City Council', roles: null }
  expect(items.map(({ id: _id, ...line }) => line)).toEqual([
    {
      at: '2026-11-22T10:00:03.000Z',
      actor: partner,
      verb: 'waiting.listed',
      words: 'saw in the waiting list',
      outcome: 'done',
      about: [OURS],
      aboutCount: 1,
      automatic: false,
    },
    {
      at: '2026-11-22T10:00:02.000Z',
      actor: partner,
      verb: 'child.read',
      words: 'opened a child',
      outcome: 'done',
      about: [OURS],
      aboutCount: 1,
      automatic: false,
    },
    {
      at: '2026-11-22T10:00:01.000Z',
      actor: colleague,
      verb: 'child.private-read',
      words: 'opened name, birth date and local reference',
      outcome: 'done',
      about: [OURS],
      aboutCount: 1,
      automatic: false,
    },
  ])
})

test('what a colleague opened, also of other agencies, and what was refused to them', async () => {
  await does(priya, 'child.read', CITY, THEIRS)
  await does(cora, 'child.read', CITY, THEIRS)
  await does(priya, 'waiting.listed', LEICS, OURS, OUR_OTHER)
  await isRefused(priya, 'child.read', 'FF-00000')
  expect(await lines(`?person=${priya.workerId}`)).toEqual([
    'Priya Raman child.read FF-00000',
    `Priya Raman waiting.listed ${OURS} ${OUR_OTHER}`,
    `Priya Raman child.read ${THEIRS}`,
  ])
  expect(await lines(`?person=${priya.workerId}&outcome=refused`)).toEqual(['Priya Raman child.read FF-00000'])
  expect(await lines(`?person=${priya.workerId}&about=${OURS}`)).toEqual([`Priya Raman waiting.listed ${OURS}`])
})

test('by what was done, in groups; an attempt that was refused is in no other group', async () => {
  await does(priya, 'child.read', LEICS, OURS)
  await does(priya, 'child.date-recorded', LEICS, OURS)
  await does(priya, 'post.requested', LEICS, OURS)
  await does(priya, 'child.exported', LEICS, OURS)
  await does(priya, 'setting.changed', LEICS)
  await isRefused(priya, 'child.private-read', OURS)
  expect(await lines('?did=saw')).toEqual([`Priya Raman child.read ${OURS}`])
  expect(await lines('?did=changed')).toEqual([`Priya Raman child.date-recorded ${OURS}`])
  expect(await lines('?did=posted')).toEqual([`Priya Raman post.requested ${OURS}`])
  expect(await lines('?did=exported')).toEqual([`Priya Raman child.exported ${OURS}`])
  expect(await lines('?did=administered')).toEqual(['Priya Raman setting.changed'])
  expect(await lines('?did=refused')).toEqual([`Priya Raman child.private-read ${OURS}`])
  expect(await lines(`?did=saw&about=${OUR_OTHER}`)).toEqual([])
})

test('every verb that has words is in one group of what was done, and no group names another', () => {
  const known = Object.values(AUDIT_VERBS).flatMap((each) => Object.keys(each))
  expect(Object.values(DID_VERBS).flat().sort()).toEqual(known.sort())
})

test('a child or a person of another agency is answered as one that there is not', async () => {
  await does(cora, 'child.read', CITY, THEIRS)
  await does(priya, 'child.read', CITY, THEIRS)
  const absent = newReference('FF', () => 9)
  expect(await search(`?about=${THEIRS}`)).toEqual(await search(`?about=${absent}`))
  expect(await search(`?person=${cora.workerId}`)).toEqual(await search(`?person=${crypto.randomUUID()}`))
  expect(await search(`?person=${priya.workerId}&about=${THEIRS}`)).toEqual(await search(`?person=${priya.workerId}&about=${absent}`))
})

test('without a question: what own people did and what anybody did with own records, and nothing between others', async () => {
  await does(priya, 'child.read', LEICS, OURS)
  await does(priya, 'child.read', CITY, THEIRS)
  await does(cora, 'child.read', LEICS, OURS)
  await does(cora, 'child.read', CITY, THEIRS)
  await isRefused(cora, 'child.read', OUR_OTHER)
  expect(await lines()).toEqual([`Cora City child.read ${OURS}`, `Priya Raman child.read ${THEIRS}`, `Priya Raman child.read ${OURS}`])
})

test('a search is in the audit itself, with whom or what it was about', async () => {
  await search(`?about=${OURS}&person=${priya.workerId}`)
  await search('', priya)
  expect(await rowsOf(database, `select verb, outcome, worker_id, subjects from audit order by id`)).toEqual([
    { verb: 'audit.searched', outcome: 'done', worker_id: guard.workerId, subjects: [OURS, priya.workerId] },
    { verb: 'audit.searched', outcome: 'refused', worker_id: priya.workerId, subjects: [] },
  ])
})

test('colleagues are named, roles are those of the day, and the app’s own work has no role', async () => {
  await does(guard, 'role.granted', LEICS, priya.workerId, 'practice-manager', cora.workerId, '19:channel@thread.tacv2')
  await asInspector(database, (trx) => sql`update worker_role set ended_on = '2026-11-22' where worker_id = ${priya.workerId}`.execute(trx))
  await does(priya, 'child.read', LEICS, OURS)
  await register().asJob(LEICS, 'child.refresh-shared', ({ audit }) => audit.record({ verb: 'child.changed', subjectAgencyId: LEICS, subjects: [OURS] }))
  const { items } = await found('?verb=role.granted')
  expect(items).toMatchObject([{ actor: { roles: ['information-governance'] }, about: ['Priya Raman', 'practice-manager'] }])
  expect((await found(`?about=${OURS}`)).items.map(({ actor }) => actor)).toEqual([
    { kind: 'app', name: 'Family Finding', agency: 'Leicestershire County Council', roles: null },
    { kind: 'person', name: 'Priya Raman', agency: 'Leicestershire County Council', roles: [] },
  ])
})

test('days are whole days in London', async () => {
  for (const at of ['2026-07-01T22:59:58Z', '2026-07-01T23:00:00Z', '2026-07-02T22:59:58Z', '2026-07-02T23:00:00Z']) {
    clock = new Date(at)
    await does(priya, 'child.read', LEICS, OURS)
  }
  const at = async (query: string) => (await found(query)).items.filter(({ verb }) => verb === 'child.read').map((line) => line.at.slice(0, 19))
  clock = new Date('2026-11-22T10:00:00Z')
  expect(await at('?from=2026-07-02&until=2026-07-02')).toEqual(['2026-07-02T22:59:59', '2026-07-01T23:00:01'])
  expect(await at('?until=2026-07-01')).toEqual(['2026-07-01T22:59:59'])
  expect(await at('?from=2026-07-03&verb=child.read')).toEqual(['2026-07-02T23:00:01'])
})

test('pages follow each other without a gap or a double, also where many things were done in one moment', async () => {
  const moment = clock.getTime()
  for (let index = 0; index < 23; index += 1) {
    clock = new Date(moment + Math.floor(index / 6) * 1000 - 1000)
    await does(index % 2 === 0 ? priya : cora, 'child.read', LEICS, OURS)
  }
  const seen: string[] = []
  for (const about of ['', `&about=${OURS}`]) {
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof found>> = await found(`?limit=4&verb=child.read${about}${cursor === '' ? '' : `&cursor=${cursor}`}`)
      expect(page.total).toBe(23)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
  }
  expect(seen).toHaveLength(46)
  expect(new Set(seen).size).toBe(23)
})

test('of a long list ten are named and all are counted', async () => {
  const many = Array.from({ length: 30 }, (_, index) => newReference('FF', () => index))
  await does(cora, 'waiting.listed', LEICS, ...many)
  expect((await found('?verb=waiting.listed')).items).toMatchObject([{ about: many.slice(0, 10), aboutCount: 30 }])
})

const MAY: readonly Role[] = ['practice-manager', 'information-governance']
const TOLD: readonly Role[] = [...MAY, 'senior-manager', 'administrator']
const EXPECTED: Readonly<Record<AuditAction, readonly Role[]>> = { search: MAY, export: MAY, oversee: TOLD }

test('who searches, exports and is told, by role and place: exactly what is written here, and to them alone the page opens the part', () => {
  for (const role of ROLES) {
    const actor = anActor({ roles: [role] })
    for (const action of AUDIT_ACTIONS)
      for (const place of AUDIT_PLACES) {
        const expected = place === 'own-agency' && EXPECTED[action].includes(role)
        expect([role, action, place, mayAudit(actor, action, place === 'own-agency' ? LEICS : CITY)]).toEqual([role, action, place, expected])
      }
    expect([role, sectionsOf(actor).includes('audit')]).toEqual([role, TOLD.includes(role)])
  }
})

test.each(ROLES)('a %s gets what the list says over HTTP', async (role) => {
  await does(priya, 'child.read', LEICS, OURS)
  const answer = await search(`?about=${OURS}`, await aWorker(database, { roles: [role] }))
  expect([answer.status, answer.text.includes('Priya')]).toEqual(MAY.includes(role) ? [200, true] : [403, false])
})

test.each([
  'about=nobody',
  'about=FF-7K3Q1',
  'about=',
  'person=priya',
  'from=22/11/2026',
  'until=2026-02-30',
  'from=2026-11-22&until=2026-11-21',
  'verb=drop%20table',
  'outcome=maybe',
  'did=looked',
  'limit=1000',
  'cursor=forged',
  'cursor=WyJub3ciLCJ4Il0',
  'agency=CITY',
  'about=FF-7K3Q0%00',
  'from=0000-01-01',
  'until=0000-12-31',
  'until=9999-12-31',
  `cursor=${Buffer.from(JSON.stringify(['0000-01-01T00:00:00Z', '019ab000-0000-7000-8000-000000000000'])).toString('base64url')}`,
])('%s is refused, and the audit keeps nothing of what was typed', async (query) => {
  expect((await search(`?${query}`)).status).toBe(422)
  expect(await rowsOf(database, 'select id from audit')).toEqual([])
})

test('one agency’s page, a colleague’s and a side’s are read by their indexes, behind the wall', async () => {
  const plan = (statement: string) =>
    database.inAgency(LEICS, PARTNERSHIP, async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx)
      await sql`set local enable_sort = off`.execute(trx)
      return JSON.stringify((await sql.raw(`explain ${statement} order by at desc, id desc limit 26`).execute(trx)).rows)
    })
  expect(await plan(`select * from audit where agency_id = ${LEICS}`)).toContain('audit_newest')
  expect(await plan(`select * from audit where subject_agency_id = ${LEICS} and agency_id <> ${LEICS}`)).toContain('audit_about_us')
  expect(await plan(`select * from audit where agency_id = ${LEICS} and worker_id = '${priya.workerId}'`)).toContain('audit_by_worker')
})

test('every verb of the code has its words', () => {
  const root = join(__dirname, '../../src')
  const verbs = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('local'))
    .flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n'))
    .filter((line) => /verb/iu.test(line))
    .flatMap((line) => [...line.matchAll(/'(?<verb>[a-z]+\.[a-z-]+)'/gu)].map(({ groups }) => groups?.['verb'] ?? ''))
  const known = Object.values(AUDIT_VERBS).flatMap((each) => Object.keys(each))
  expect(verbs.length).toBeGreaterThan(40)
  expect([...new Set(verbs)].filter((verb) => !known.includes(verb))).toEqual([])
})
