import { sql } from 'kysely'
import { assertMigrated, migrate } from '../../src/database/migrate.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const asOwner = (statement: string) => database.asOwner((trx) => sql.raw(statement).execute(trx))

test('a register that is up to date is left as it is, and needs no right to change it', async () => {
  let asked = 0
  const guarded = {
    ...database,
    asOwner: <T>(): Promise<T> => {
      asked += 1
      return Promise.reject(new Error('The owner is not needed.'))
    },
  }
  expect(await migrate(guarded)).toEqual([])
  expect(asked).toBe(0)
  await expect(assertMigrated(database)).resolves.toBeUndefined()
})

test('a migration that has not run is noticed', async () => {
  await asOwner(`delete from schema_migration where name like '0005%'`)
  await expect(assertMigrated(database)).rejects.toThrow('0005-anonymous-order.sql is missing')
  await asOwner('drop index child_shared_by_reference')
  expect(await migrate(database)).toEqual(['0005-anonymous-order.sql'])
  expect(await migrate(database)).toEqual([])
})

test('a file that was changed after it ran, and a register of a newer version, are refused with a sentence', async () => {
  await asOwner(`update schema_migration set checksum = 'other' where name like '0002%'`)
  await expect(migrate(database)).rejects.toThrow('0002-waiting.sql is not the file that this register was made with')
  await asOwner(`insert into schema_migration (name, checksum) values ('9999-later.sql', 'x')`)
  await expect(migrate(database)).rejects.toThrow('made by a newer version of this app (it has 9999-later.sql)')
})
