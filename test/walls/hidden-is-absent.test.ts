import { randomUUID } from 'node:crypto'
import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import type { ChildReference } from '../../src/core/reference.ts'
import { aChild, date, saveChildren } from '../children/a-child.ts'
import { memberOf } from '../posts/support/recording-channel.ts'
import { AGENCIES, aWorker, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openWholeApi, type WholeApi } from './whole-api.ts'

/** Valid in form, and no child has it. */
const ABSENT = 'FF-7K3Q0' as ChildReference
const WORKPLACES = ['LEICS', 'CITY', 'HUB'] as const
type Workplace = (typeof WORKPLACES)[number]

/** Who may know that a child of Leicestershire exists, written by hand; everybody else may not. */
const READS_OWN: readonly Role[] = [
  'family-finder',
  'practice-manager',
  'childs-social-worker',
  'tracking-panel-chair',
  'agency-decision-maker',
  'senior-manager',
  'performance-analyst',
]
/** Who keeps and removes records knows each of its own agency's, and learns nothing more of it than its reference and its end without an export. */
const RETAINS: readonly Role[] = ['practice-manager', 'information-governance']
const isOfRetention = (name: string): boolean => /\/(?:retention|holds|record-export|purge)(?:\/|$)/u.test(name)
const READS_SHARED: readonly Role[] = ['family-finder', 'practice-manager', 'hub-coordinator', 'tracking-panel-chair', 'senior-manager']

let database: TestDatabase
let api: WholeApi
const people = new Map<string, Actor>()
/** Leicestershire considers adoption; the agency decision maker has not decided. */
const early = aChild({ journey: { enteredCare: date('2026-01-10') }, siblingGroup: randomUUID() })
const waiting = aChild()

const channelOf = (code: 'LEICS' | 'CITY') => ({
  conversationId: `19:${code}`,
  agencyId: AGENCIES[code].id,
  kind: 'regional' as const,
  name: 'regional',
  tenantId: AGENCIES[code].tenantId ?? '',
  serviceUrl: 'https://smba.example/',
  teamGroupId: null,
  workerId: null,
  state: 'open' as const,
})

beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
  api = await openWholeApi(database)
  await saveChildren(api.register, waiting, aChild(), aChild({ agency: 'CITY' }), aChild({ agency: 'LINCS' }), aChild({ agency: 'LINCS' }))
  for (const code of ['LEICS', 'CITY'] as const) {
    api.channel.setRoster(`19:${code}`, [memberOf(AGENCIES[code].tenantId)])
    await api.register.asJob(AGENCIES[code].id, 'test', (scope) => scope.posts.saveConversation(channelOf(code)))
  }
  for (const agency of WORKPLACES) for (const role of ROLES) people.set(`${role} ${agency}`, await aWorker(database, { agency, roles: [role] }))
})
afterAll(async () => {
  await api.close()
  await database.close()
})

/** Each request that names one child. */
const ABOUT_ONE: Readonly<Record<string, (reference: string) => { readonly path: string; readonly body?: object }>> = {
  'get /children/:reference': (reference) => ({ path: `/children/${reference}` }),
  'post /children/:reference/private': (reference) => ({ path: `/children/${reference}/private` }),
  'post /children/:reference/dates': (reference) => ({
    path: `/children/${reference}/dates`,
    body: { date: 'enteredCare', on: '2026-01-09', version: 1, key: randomUUID() },
  }),
  ...Object.fromEntries(
    Object.entries({
      disruption: { on: '2026-01-09' },
      decision: { on: '2026-01-09' },
      'attempts/taken-back': {},
      birth: { on: '2026-01-09', sex: null },
      pauses: { kind: 'on-hold', reason: 'health', from: '2026-01-09' },
      'pauses/end': { kind: 'on-hold', until: '2026-01-09' },
      facts: { facts: { disability: true } },
      siblings: { siblings: [], plan: null, decidedOn: null },
    }).map(([path, body]) => [
      `post /children/:reference/${path}`,
      (reference: string) => ({ path: `/children/${reference}/${path}`, body: { ...body, version: 1, key: randomUUID() } }),
    ]),
  ),
  'post /children/:reference/break-glass': (reference) => ({
    path: `/children/${reference}/break-glass`,
    body: { reason: 'child-at-risk', sentence: 'The child is in hospital.', key: randomUUID() },
  }),
  'post /children/:reference/break-glass/read': (reference) => ({ path: `/children/${reference}/break-glass/read`, body: {} }),
  'get /children/:reference/retention': (reference) => ({ path: `/children/${reference}/retention` }),
  ...Object.fromEntries(
    Object.entries({
      holds: { reason: 'complaint' },
      'holds/lifted': { reason: 'complaint' },
      'record-export/filed': { receipt: '0'.repeat(64), filedAs: 'x' },
      purge: { confirmation: 'x' },
    }).map(([path, body]) => [
      `post /children/:reference/${path}`,
      (reference: string) => ({ path: `/children/${reference}/${path}`, body: { ...body, key: randomUUID() } }),
    ]),
  ),
  'post /children/:reference/record-export': (reference) => ({ path: `/children/${reference}/record-export`, body: { purpose: 'own-record' } }),
  'get /children/:reference/stop-words': (reference) => ({ path: `/children/${reference}/stop-words` }),
  'post /children/:reference/stop-words': (reference) => ({
    path: `/children/${reference}/stop-words`,
    body: { kind: 'name', words: 'Jo', key: randomUUID() },
  }),
  'post /children/:reference/stop-words/removed': (reference) => ({
    path: `/children/${reference}/stop-words/removed`,
    body: { kind: 'name', key: randomUUID() },
  }),
  'post /texts/check': (reference) => ({ path: '/texts/check', body: { reference, purpose: 'profile', text: 'Loves puddles.' } }),
  'post /texts': (reference) => ({ path: '/texts', body: { reference, purpose: 'profile', text: 'Loves puddles.', key: randomUUID() } }),
  'get /children/:reference/posts': (reference) => ({ path: `/children/${reference}/posts` }),
  'post /children/:reference/reviews': (reference) => ({ path: `/children/${reference}/reviews`, body: { outcome: 'keep-looking', key: randomUUID() } }),
  'post /posts/preview': (reference) => ({ path: '/posts/preview', body: { reference, conversation: '#regional' } }),
  'post /posts': (reference) => ({
    path: '/posts',
    body: { reference, conversation: '#regional', contentHash: 'x', readersHash: 'y', key: randomUUID() },
  }),
}
/** Each request that answers for many, or for none; with the questions to ask it. */
const ABOUT_MANY: Readonly<Record<string, readonly string[]>> = {
  'get /waiting': [
    '?limit=2',
    '?agency=LEICS',
    '?siblings=true',
    '?cursor=forged',
    '?list=open',
    '?list=order-not-placed',
    '?changedSince=2026-11-22',
    '?mine=true',
    '?withoutProfile=true',
    '?harderToPlace=true',
    '?standing=family-finding',
  ],
  'get /waiting/figures': ['', '?siblings=true', '?list=open', '?changedSince=2026-11-22'],
  'get /figures': ['?from=2026-01-01&until=2026-11-22'],
  'get /pipeline': [''],
  'get /children/export': [''],
  'get /people': [''],
  'get /people/case-workers': [''],
  'get /partners': [''],
  'get /reading-alerts': ['', '?state=acknowledged'],
  'get /break-glass/notices': ['', '?state=acknowledged'],
  'get /settings': [''],
  'get /retention': ['', '?limit=1', '?cursor=forged'],
  'get /conversations': [''],
  'get /posts': ['', '?list=withdrawn', '?limit=1', '?cursor=forged'],
  'get /meetings': [''],
  'get /texts/waiting': [''],
  'get /me': [''],
}
/** Requests that neither name a child nor read one; and the audit, which every question here adds to: its own tests hold it to this. */
const ABOUT_NONE = [
  'post /meetings',
  'post /children',
  'post /children/imports',
  'post /children/imports/preview',
  'post /people',
  'post /people/:id/roles',
  'post /people/:id/roles/end',
  'post /people/:id/leaving',
  // children by reference of one's own agency; export-person.test.ts holds it to that
  'get /people/:id/data',
  'post /partners/sharing',
  'post /settings/:name',
  // the rows of the anonymous list, which is asked below; and a post by its id: post-list.test.ts and post-life.test.ts hold them to this
  'post /posts/list',
  'post /posts/list/preview',
  'post /posts/:group/withdrawal',
  'post /texts/:id',
  'post /texts/:id/confirmed',
  'post /texts/:id/overridden',
  'get /audit',
  'post /reading-alerts/:id/acknowledge',
  'post /break-glass/notices/:id/acknowledge',
  'get /audit/days',
  'post /audit/export',
]

const personAt = (role: Role, agency: Workplace): Actor => {
  const person = people.get(`${role} ${agency}`)
  if (person === undefined) throw new Error(`Nobody is ${role} at ${agency}.`)
  return person
}
const methodOf = (name: string): 'get' | 'post' => (name.startsWith('get') ? 'get' : 'post')

const isHiddenFrom = (role: Role, agency: Workplace, reference: ChildReference): boolean => {
  if (agency === 'LEICS') return !READS_OWN.includes(role)
  return reference === early.child.reference || !READS_SHARED.includes(role)
}

/** All pages, one after the other; where a page ends is a sealed text that is another one each time. */
const pagesOf = async (person: Actor, path: string): Promise<readonly object[]> => {
  const answer = await api.ask(person, 'get', path)
  const cursor = /"nextCursor":"(?<cursor>[^"]+)"/u.exec(answer.text)?.groups?.['cursor']
  const { 'content-length': _length, ...headers } = answer.headers
  const page = { ...answer, headers, text: cursor === undefined ? answer.text : answer.text.replace(cursor, '-') }
  if (cursor === undefined) return [page]
  const next = `${path.replace(/[?&]cursor=[^&]*/u, '')}${path.includes('?') ? '&' : '?'}cursor=${cursor}`
  return [page, ...(await pagesOf(person, next))]
}

test('no route is left out of this', () => {
  const routes = api.routes.map(({ method, path }) => `${method} ${path}`)
  expect(routes.sort()).toEqual([...Object.keys(ABOUT_ONE), ...Object.keys(ABOUT_MANY), ...ABOUT_NONE].sort())
})

test.each(WORKPLACES)('lists, counts and pages are the same with a hidden child and without, to everybody at %s who may not know of it', async (agency) => {
  const ask = async () => {
    const answers: Record<string, readonly object[]> = {}
    for (const role of ROLES.filter((one) => isHiddenFrom(one, agency, early.child.reference)))
      for (const [name, questions] of Object.entries(ABOUT_MANY))
        for (const question of questions) answers[`${role} ${name}${question}`] = await pagesOf(personAt(role, agency), `${name.slice(4)}${question}`)
    return answers
  }
  const anonymously = async () => {
    const query = { filter: { agencies: [], ageBands: [] }, limit: 2 }
    const answer = await api.listWaitingAnonymously(personAt('family-finder', 'CITY'), query, { place: 'channel' })
    return answer.ok ? { ...answer.value, nextCursor: answer.value.nextCursor !== null } : answer
  }
  const before = [await ask(), await anonymously()]
  const newcomer = aChild({ journey: { enteredCare: date('2026-01-10') } })
  await saveChildren(api.register, newcomer)
  expect([await ask(), await anonymously()]).toEqual(before)
  expect(JSON.stringify(before)).not.toContain(newcomer.child.reference)
})

test.each(WORKPLACES)('every request about a hidden child is answered as about none, to everybody at %s who may not know of it', async (agency) => {
  await saveChildren(api.register, ...(agency === 'LEICS' ? [early] : []))
  let compared = 0
  for (const role of ROLES)
    for (const { reference } of [early.child, waiting.child].filter((child) => isHiddenFrom(role, agency, child.reference)))
      for (const [name, about] of Object.entries(ABOUT_ONE)) {
        if (isOfRetention(name) && agency === 'LEICS' && RETAINS.includes(role)) continue
        const request = async (asked: string) => {
          const { path, body } = about(asked)
          const answer = await api.ask(personAt(role, agency), methodOf(name), path, body)
          return { name, role, ...answer }
        }
        const answer = await request(reference)
        expect(answer).toEqual(await request(ABSENT))
        expect(answer.status).toBeGreaterThanOrEqual(403)
        expect(answer.text).not.toContain(reference)
        compared += 1
      }
  expect(compared).toBeGreaterThan(40)
})

test('the anonymous view of a hidden child is no view', async () => {
  for (const role of ROLES) {
    const person = personAt(role, 'CITY')
    expect(await api.readAnonymousChild(person, { reference: early.child.reference })).toEqual(await api.readAnonymousChild(person, { reference: ABSENT }))
  }
})

test('those who may know of a child get another answer than about none', async () => {
  const differs = async (role: Role, agency: Workplace, reference: ChildReference): Promise<boolean> => {
    const person = personAt(role, agency)
    return (await api.ask(person, 'get', `/children/${reference}`)).status !== (await api.ask(person, 'get', `/children/${ABSENT}`)).status
  }
  for (const role of READS_OWN) expect(await differs(role, 'LEICS', early.child.reference)).toBe(true)
  for (const role of READS_SHARED.filter((one) => one !== 'hub-coordinator')) expect(await differs(role, 'CITY', waiting.child.reference)).toBe(true)
  expect(await differs('hub-coordinator', 'HUB', waiting.child.reference)).toBe(true)
})

test('a refusal about a hidden child leaves no trace that its agency could be told by', async () => {
  expect(await rowsOf(database, `select distinct a.subject_agency_id from audit a where a.outcome = 'refused' and a.subject_agency_id <> a.agency_id`)).toEqual(
    [],
  )
})
