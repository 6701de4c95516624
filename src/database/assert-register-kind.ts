import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from './database.ts'

export type RegisterKind = 'demo' | 'live'

const row = z.strictObject({ kind: z.enum(['demo', 'live']) })

/** A register is marked demo or live when it is made, and neither mode opens the other's: throws a sentence. A register without a partnership is neither yet. */
export const assertRegisterKind = async (database: Database, wanted: RegisterKind): Promise<void> => {
  const rows = await database.asNamedJob('sign-in', async (trx) => (await sql`select kind from partnership`.execute(trx)).rows)
  if (
    z
      .array(row)
      .parse(rows)
      .every(({ kind }) => kind === wanted)
  )
    return
  throw new Error(
    wanted === 'demo'
      ? 'This register holds a live service. The local demo does not open it: set DATA_DIR or DATABASE_URL to another one.'
      : 'This register was made by the local demo. A live service does not open it: set DATABASE_URL to a new, empty database.',
  )
}
