import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from '../database/database.ts'
import { deriveKey } from './keys.ts'

/** Kept in `partnership.key_check` when the register is made; says nothing about the key but that it is the same. */
export const keyCheckOf = (fieldKey: Buffer): string => createHmac('sha256', deriveKey(fieldKey, 'key-check')).update('family-finding').digest('base64')

const row = z.strictObject({ key_check: z.string() })

/** Throws a sentence when this is not the key that the register was made with: everything written from now on would be unreadable beside the rest. */
export const assertFieldKey = async (database: Database, fieldKey: Buffer): Promise<void> => {
  const wanted = keyCheckOf(fieldKey)
  const rows = await database.asNamedJob('seal', async (trx) => (await sql`select key_check from partnership`.execute(trx)).rows)
  if (
    z
      .array(row)
      .parse(rows)
      .some(({ key_check }) => key_check !== wanted)
  )
    throw new Error('FIELD_KEY is not the key that this register was made with. Put the right key back; the names and birth dates open with no other.')
}
