import { sql } from 'kysely'
import { AGENCIES, PARTNERSHIP, aWorker, seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

test('a worker is seen in their own agency and in no other', async () => {
  const worker = await aWorker(database, { agency: 'HUB', roles: ['hub-coordinator'] })
  const seenBy = (agencyId: number) =>
    database.inAgency(agencyId, PARTNERSHIP, async (trx) => (await sql<{ id: string }>`select id from worker`.execute(trx)).rows.map(({ id }) => id))

  expect(worker.tenantId).toBe(AGENCIES.LINCS.tenantId)
  expect(await seenBy(AGENCIES.HUB.id)).toEqual([worker.workerId])
  expect(await seenBy(AGENCIES.LINCS.id)).toEqual([])
})
