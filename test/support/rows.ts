import { sql } from 'kysely'
import type { Database } from '../../src/database/database.ts'

/** Rows as the owner sees them: for what a test wants to find in the tables afterwards. */
export const rowsOf = <Row>(database: Database, statement: string): Promise<readonly Row[]> =>
  database.asOwner(async (trx) => (await sql.raw<Row>(statement).execute(trx)).rows)
