import { sql } from 'kysely'
import { assertRegisterKind } from '../../src/database/assert-register-kind.ts'
import { assertFieldKey, keyCheckOf } from '../../src/safeguards/key-check.ts'
import { seedPartnership } from '../support/partnership.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.truncate())

test('neither mode opens the register of the other', async () => {
  await assertRegisterKind(database, 'demo')
  await assertRegisterKind(database, 'live')
  await seedPartnership(database, 'live')
  await assertRegisterKind(database, 'live')
  await expect(assertRegisterKind(database, 'demo')).rejects.toThrow('holds a live service')
  await database.truncate()
  await seedPartnership(database, 'demo')
  await assertRegisterKind(database, 'demo')
  await expect(assertRegisterKind(database, 'live')).rejects.toThrow('made by the local demo')
})

test('a register opens with the key that it was made with only', async () => {
  const fieldKey = Buffer.alloc(32, 7)
  await seedPartnership(database)
  await database.asOwner((trx) => sql`update partnership set key_check = ${keyCheckOf(fieldKey)}`.execute(trx))
  await assertFieldKey(database, fieldKey)
  await expect(assertFieldKey(database, Buffer.alloc(32, 8))).rejects.toThrow('FIELD_KEY is not the key that this register was made with')
})
