import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from '../../src/database/database.ts'
import { openMemoryDatabase } from './memory-database.ts'
import { prepared } from './prepared.ts'
import { onServer, openServerDatabase } from './server-database.ts'

/** Empties every table, for a test that wants to begin with nothing. */
export type TestDatabase = Database & { readonly truncate: () => Promise<void> }

const open = async (): Promise<Database> => {
  const serverUrl = process.env['TEST_DATABASE_URL']
  if (serverUrl === undefined || serverUrl === '') return (await openMemoryDatabase(prepared('FF_TEST_DUMP'))).database
  const template = prepared('FF_TEST_TEMPLATE')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `create database ${name} template ${template}`)
  return openServerDatabase(serverUrl, name, { dropped: true })
}

const tableRow = z.strictObject({ name: z.string() })

const truncate = (database: Database) => (): Promise<void> =>
  database.asOwner(async (trx) => {
    const { rows } = await sql`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'schema\\_%'`.execute(trx)
    const names = z.array(tableRow).parse(rows)
    await sql.raw(`truncate ${names.map(({ name }) => `"${name}"`).join(', ')}`).execute(trx)
  })

/**
 * A migrated, empty register of the test file's own: PGlite in memory, or a database of the server that TEST_DATABASE_URL names.
 * Open it in `beforeAll` and close it in `afterAll`, or the process does not end.
 */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const database = await open()
  return { ...database, truncate: truncate(database) }
}
