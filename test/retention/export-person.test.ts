import { randomUUID } from 'node:crypto'
import { ROLES, type Actor } from '../../src/core/actor.ts'
import { exportPerson } from '../../src/retention/export-person.ts'
import { auditLines } from '../children/a-child.ts'
import { aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { anAdoptedChild, retentionDesk, valueOf, type RetentionDesk } from './retention-desk.ts'

let database: TestDatabase
let desk: RetentionDesk
let manager: Actor
let officer: Actor
beforeAll(async () => {
  database = await openTestDatabase()
  await seedPartnership(database)
  desk = retentionDesk(database)
  ;({ manager, officer } = await desk.people())
})
afterAll(async () => {
  desk.close()
  await database.close()
})

const ask = (actor: Actor, id: string) => exportPerson(desk.deps)(actor, { id })

test('the information officer gets what is kept about a colleague, children by reference only, and the audit says so', async () => {
  const reference = await desk.add(anAdoptedChild({ workerId: manager.workerId }))
  await desk.file(manager, reference)
  const file = valueOf(await ask(officer, manager.workerId))
  const html = Buffer.from(file.bytes).toString('utf8')
  for (const words of ['Not released to anyone', 'Priya Raman', 'practice-manager', 'family finder', reference, 'confirmed that a record is filed'])
    expect(html).toContain(words)
  expect(html).not.toMatch(/Marigold|LCS-48151623|Mosaic/u)
  expect(file.fileName).not.toContain('Priya')
  expect(await auditLines(database)).toContainEqual(expect.objectContaining({ verb: 'person.given-to-officer', outcome: 'done', subjects: [manager.workerId] }))
})

test('somebody of another agency is answered as nobody is, and only two roles ask at all', async () => {
  const theirs = await aWorker(database, { agency: 'CITY' })
  expect(await ask(officer, theirs.workerId)).toEqual(await ask(officer, randomUUID()))
  expect(await ask(officer, theirs.workerId)).toMatchObject({ ok: false, refusal: { kind: 'not-found' } })
  for (const role of ROLES) {
    const answer = await ask(await aWorker(database, { roles: [role] }), manager.workerId)
    expect([role, answer.ok]).toEqual([role, role === 'information-governance'])
  }
})
