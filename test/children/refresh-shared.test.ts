import { sql } from 'kysely'
import { childHandlers, refreshSharedJob } from '../../src/children/sharing/refresh-shared.ts'
import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import { startJobLoop } from '../../src/database/job-loop.ts'
import { AGENCIES, seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { aChild, cipher, clock, date, registerOn, saveChildren, TODAY } from './a-child.ts'
import { asInspector } from '../support/inspector.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.truncate()
  await seedPartnership(database)
})

/** Runs what is due on the next day, after the night. */
const runTheNight = async (): Promise<readonly string[]> => {
  const day: PlainDate = addDays(TODAY, 1)
  const faults: string[] = []
  const loop = startJobLoop({
    database,
    handlers: childHandlers({ register: registerOn(database, { cipher, ...clock(day) }), ...clock(day) }),
    now: clock(day).now,
    pollMs: Infinity,
    log: { error: (_details, message) => faults.push(message) },
  })
  await loop.runDue()
  return faults
}

test('one agency whose night goes wrong does not keep the others from theirs', async () => {
  const register = registerOn(database)
  const birthday = { born: date('2021-11-23') }
  await saveChildren(register, aChild(birthday), aChild({ ...birthday, agency: 'CITY' }))
  for (const { id } of [AGENCIES.LEICS, AGENCIES.CITY]) await register.asJob(id, 'start', ({ jobs }) => jobs.add(refreshSharedJob(TODAY)))
  await asInspector(database, (trx) => sql`update child set born_enc = decode('00', 'hex') where agency_id = ${AGENCIES.LEICS.id}`.execute(trx))

  expect(await runTheNight()).toEqual(['A job stopped with a fault; it will be tried again.'])
  expect(await rowsOf(database, 'select agency_id, age_years from child order by agency_id')).toEqual([
    { agency_id: AGENCIES.LEICS.id, age_years: 4 },
    { agency_id: AGENCIES.CITY.id, age_years: 5 },
  ])
})
