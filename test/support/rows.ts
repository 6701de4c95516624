import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../src/database/database.ts'
import { asInspector } from './inspector.ts'

/** All rows, whatever the walls say: for what a test wants to find in the tables afterwards. */
export const rowsOf = <Row>(database: Database, statement: string): Promise<readonly Row[]> =>
  asInspector(database, async (trx) => (await sql.raw<Row>(statement).execute(trx)).rows)

/** The same for a statement with parameters. */
export const rowsOfQuery = (database: Database, query: RawBuilder<unknown>): Promise<readonly unknown[]> =>
  asInspector(database, async (trx) => (await query.execute(trx)).rows)

/** Rows of a database that the tests did not prepare, as its owner sees them: the embedded engine's is bound by no policy. */
export const rowsOfOwner = <Row>(database: Database, statement: string): Promise<readonly Row[]> =>
  database.asOwner(async (trx) => (await sql.raw<Row>(statement).execute(trx)).rows)
