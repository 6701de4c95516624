import { randomUUID } from 'node:crypto'
import { ROLES, type Actor, type Role } from '../../src/core/actor.ts'
import { newReference } from '../../src/core/reference.ts'
import { glassNoticesPage, openedRecord } from '../../src/children/break-glass/break-glass-contract.ts'
import { openAuditDesk, type AuditDesk } from '../safeguards/support/audit-desk.ts'
import { asInspector } from '../support/inspector.ts'
import { AGENCIES, aWorker, seedPartnership, type AgencyCode } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { aChild, date } from './a-child.ts'
import { sql } from 'kysely'

const LEICS = AGENCIES.LEICS.id
const CITY = AGENCIES.CITY.id
const SENTENCE = 'The child is in our hospital and nobody there answers.'

let database: TestDatabase
let desk: AuditDesk
/** a manager of the city, who opens; and those who are told */
let cora: Actor
let otherOfCity: Actor
let managerOfLeics: Actor
let socialWorker: Actor
let ours: ReturnType<typeof aChild>

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
  cora = await aWorker(database, { name: 'Cora City', agency: 'CITY', roles: ['practice-manager'] })
  otherOfCity = await aWorker(database, { name: 'Omar City', agency: 'CITY', roles: ['administrator'] })
  managerOfLeics = await aWorker(database, { name: 'Margaret Osei', roles: ['practice-manager'] })
  socialWorker = await aWorker(database, { name: 'Daniel Achterberg', roles: ['childs-social-worker'] })
  const siblingGroup = randomUUID()
  ours = aChild({ socialWorkerId: socialWorker.workerId, localReference: 'L-77', siblingGroup })
  await save(ours, aChild({ siblingGroup, name: 'Sib Ling' }))
})
const save = (...children: readonly ReturnType<typeof aChild>[]) =>
  desk.register.asJob(LEICS, 'test', async (scope) => {
    for (const { child, secrets } of children) await scope.children.add(child, secrets)
  })

const command = (more: object = {}) => ({ reason: 'health-emergency', sentence: SENTENCE, key: randomUUID(), ...more })
const open = (person: Actor = cora, body: object = command(), reference: string = ours.child.reference) =>
  desk.ask(person, `children/${reference}/break-glass`, body)
const readAgain = (person: Actor = cora, reference: string = ours.child.reference) => desk.ask(person, `children/${reference}/break-glass/read`, {})
const notices = async (person: Actor, query = '') => glassNoticesPage.parse(JSON.parse((await desk.ask(person, `break-glass/notices${query}`)).text))
const auditOf = (where: string) =>
  rowsOf(database, `select agency_id, subject_agency_id, worker_id, verb, outcome, subjects, reason from audit where ${where} order by id`)
const grants = () => rowsOf(database, 'select id from break_glass_grant')

test('a manager opens one record of a partner agency: the own view, name and birth date, and nothing that can be done', async () => {
  const { status, text } = await open()
  expect(status).toBe(200)
  const { until, child, private: detail } = openedRecord.parse(JSON.parse(text))
  expect(until).toBe('2026-11-22T11:00:00.000Z')
  expect(detail).toEqual({ name: 'Robin Example', born: '2022-03-14', localReference: 'L-77' })
  expect(child).toMatchObject({
    view: 'own',
    reference: ours.child.reference,
    agency: { code: 'LEICS' },
    socialWorker: 'Daniel Achterberg',
    journey: { placementOrder: '2026-04-01' },
    siblings: 1,
    siblingReferences: [],
    actions: [],
  })
})

test('it is in the audit of both agencies with its reason, and both are told by whom, what and why', async () => {
  await open()
  const line = { agency_id: CITY, subject_agency_id: LEICS, worker_id: cora.workerId, outcome: 'done', subjects: [ours.child.reference] }
  expect(await auditOf(`verb like 'breakglass.%'`)).toEqual([
    { ...line, verb: 'breakglass.opened', reason: 'health-emergency' },
    { ...line, verb: 'breakglass.read', reason: null },
  ])
  const told = {
    reference: ours.child.reference,
    owner: 'Leicestershire County Council',
    by: { name: 'Cora City', agency: 'Leicester City Council' },
    reason: 'health-emergency',
    sentence: SENTENCE,
    at: '2026-11-22T10:00:00.000Z',
    until: '2026-11-22T11:00:00.000Z',
    acknowledged: null,
  }
  expect(await notices(managerOfLeics)).toMatchObject({ items: [{ ...told, isOurs: true, mayAcknowledge: true }], total: 1 })
  expect(await notices(otherOfCity)).toMatchObject({ items: [{ ...told, isOurs: false, mayAcknowledge: true }], total: 1 })
  expect(await notices(cora)).toMatchObject({ items: [{ ...told, mayAcknowledge: false }], total: 1 })
  const lincs = await aWorker(database, { agency: 'LINCS', roles: ['practice-manager'] })
  expect(await notices(lincs)).toMatchObject({ items: [], total: 0 })
  expect((await desk.ask(lincs, 'audit')).text).not.toContain('emergency')
  expect((await desk.ask(managerOfLeics, `audit?about=${ours.child.reference}`)).text).toContain('opened a partner’s record in an emergency')
})

test('pressed twice it is one grant and one notice; another sentence under the same key is refused; a new key is a new grant', async () => {
  const body = command()
  expect([await open(cora, body), await open(cora, body)].map(({ status }) => status)).toEqual([200, 200])
  expect((await Promise.all([open(cora, body), open(cora, body)])).map(({ status }) => status)).toEqual([200, 200])
  expect((await open(cora, { ...body, sentence: 'Another reason altogether.' })).status).toBe(409)
  expect([(await grants()).length, (await notices(managerOfLeics)).total]).toEqual([1, 1])
  expect(await auditOf(`verb = 'breakglass.read'`)).toHaveLength(4)
  await open(cora, command())
  expect([(await grants()).length, (await notices(managerOfLeics)).total]).toEqual([2, 2])
})

test('within the time it can be read again, each time with a line in the audit; afterwards it is closed, for a retry too', async () => {
  expect((await readAgain()).status).toBe(409)
  const body = command()
  const first = await open(cora, body)
  desk.setClock('2026-11-22T10:59:59Z')
  expect(await readAgain()).toEqual(first)
  expect(await auditOf(`verb = 'breakglass.read' and outcome = 'done'`)).toHaveLength(2)
  desk.setClock('2026-11-22T11:00:00Z')
  const closed = await readAgain()
  expect([closed.status, closed.text.includes('This record is not open to you, or its time is over')]).toEqual([409, true])
  expect((await open(cora, body)).status).toBe(409)
  expect(await auditOf(`verb = 'breakglass.read' and outcome = 'done'`)).toHaveLength(2)
})

test('a grant is one person’s, and ends with the role, and with the sharing of the child', async () => {
  await open()
  const colleague = await aWorker(database, { agency: 'CITY', roles: ['practice-manager'] })
  expect((await readAgain(colleague)).status).toBe(409)
  await asInspector(database, (trx) => sql`update worker_role set role = 'family-finder' where worker_id = ${cora.workerId}`.execute(trx))
  expect((await readAgain()).status).toBe(403)
  await asInspector(database, (trx) => sql`update worker_role set role = 'practice-manager' where worker_id = ${cora.workerId}`.execute(trx))
  await asInspector(database, (trx) => sql`delete from child_shared where child_id = ${ours.child.id}`.execute(trx))
  expect(await readAgain()).toEqual(
    await readAgain(
      cora,
      newReference('FF', () => 9),
    ),
  )
})

test('how long it stays open is a setting of the agency that asks', async () => {
  await database.inAgency(CITY, 1, (trx) =>
    sql`insert into setting_change (agency_id, name, version, value, valid_from, source, worker_id, changed_by, changed_at)
      values (${CITY}, 'openInEmergencyFor', 1, '15', '2020-01-01', 'x', ${cora.workerId}, 'x', now())`.execute(trx),
  )
  expect(openedRecord.parse(JSON.parse((await open()).text)).until).toBe('2026-11-22T10:15:00.000Z')
})

test('a child that its agency does not share is not found, in an emergency too, and nobody is told', async () => {
  const early = aChild({ journey: { enteredCare: date('2026-01-10') } })
  await save(early)
  expect(await open(cora, command(), early.child.reference)).toEqual(
    await open(
      cora,
      command(),
      newReference('FF', () => 9),
    ),
  )
  expect((await open(cora, command(), early.child.reference)).status).toBe(404)
  expect(await grants()).toEqual([])
  expect(await notices(managerOfLeics)).toMatchObject({ items: [] })
  expect(await auditOf(`outcome = 'refused' and subject_agency_id <> agency_id`)).toEqual([])
})

/** Who opens, and who is told no in words because they may see that the child exists; written by hand. */
const OPENS: readonly Role[] = ['practice-manager', 'senior-manager']
const KNOWS: readonly Role[] = ['family-finder', 'practice-manager', 'hub-coordinator', 'tracking-panel-chair', 'senior-manager']
const KNOWS_OWN: readonly Role[] = [
  'family-finder',
  'practice-manager',
  'tracking-panel-chair',
  'senior-manager',
  'childs-social-worker',
  'agency-decision-maker',
  'performance-analyst',
]

test.each(ROLES)('a %s opens at a partner agency, at the hub and at the own one exactly where the list says', async (role) => {
  const answers: Partial<Record<AgencyCode, number>> = {}
  for (const agency of ['CITY', 'HUB', 'LEICS'] as const) answers[agency] = (await open(await aWorker(database, { agency, roles: [role] }))).status
  const elsewhere = OPENS.includes(role) ? 200 : KNOWS.includes(role) ? 403 : 404
  expect(answers).toEqual({ CITY: elsewhere, HUB: elsewhere, LEICS: KNOWS_OWN.includes(role) ? 403 : 404 })
})

const TOLD: readonly Role[] = ['practice-manager', 'senior-manager', 'information-governance', 'administrator']

test.each(ROLES)('a %s is told and acknowledges as the list says', async (role) => {
  await open()
  const [notice] = (await notices(managerOfLeics)).items
  const person = await aWorker(database, { roles: [role] })
  const seen = await desk.ask(person, 'break-glass/notices')
  const done = await desk.ask(person, `break-glass/notices/${notice?.id ?? ''}/acknowledge`, { key: randomUUID() })
  expect([seen.status, seen.text.includes('Cora'), done.status]).toEqual(TOLD.includes(role) ? [200, true, 200] : [403, false, 403])
})

test('each agency acknowledges its own notice, once; whoever opened the record does not; another agency’s notice is none', async () => {
  await open()
  const idOf = async (person: Actor) => (await notices(person)).items[0]?.id ?? ''
  const acknowledge = (person: Actor, id: string, key = randomUUID()) => desk.ask(person, `break-glass/notices/${id}/acknowledge`, { key })
  const [ofLeics, ofCity] = [await idOf(managerOfLeics), await idOf(otherOfCity)]
  expect((await acknowledge(cora, ofCity)).status).toBe(403)
  expect(await acknowledge(otherOfCity, ofLeics)).toEqual(await acknowledge(otherOfCity, randomUUID()))
  const key = randomUUID()
  const first = await acknowledge(managerOfLeics, ofLeics, key)
  expect([first.status, await acknowledge(managerOfLeics, ofLeics, key)]).toEqual([200, first])
  expect((await acknowledge(managerOfLeics, ofLeics)).status).toBe(409)
  expect([(await notices(managerOfLeics)).total, (await notices(managerOfLeics, '?state=acknowledged')).total, (await notices(otherOfCity)).total]).toEqual([
    0, 1, 1,
  ])
  expect(await auditOf(`verb = 'breakglass.acknowledged' and outcome = 'done'`)).toMatchObject([
    { worker_id: managerOfLeics.workerId, subjects: [ours.child.reference] },
  ])
})

test.each([
  [{}],
  [{ reason: 'curiosity' }],
  [{ sentence: 'Short.' }],
  [{ sentence: '                    ' }],
  [{ sentence: 'x'.repeat(301) }],
  [{ sentence: 'A sentence with a NUL \u0000 in it.' }],
  [{ sentence: 7 }],
  [{ key: 'x' }],
  [{ until: '2030-01-01T00:00:00Z' }],
  [{ agency: 'LEICS' }],
])('%j is refused, and nothing is opened', async (more) => {
  const body = Object.keys(more).length === 0 ? {} : command(more)
  expect((await open(cora, body)).status).toBe(422)
  expect([await grants(), await auditOf('true')]).toEqual([[], []])
})

test.each(['FF-7K3Q1', 'nothing', 'AH-7K3Q0'])('%s is no reference', async (reference) => {
  expect((await open(cora, command(), reference)).status).toBe(422)
  expect((await readAgain(cora, reference)).status).toBe(422)
})
