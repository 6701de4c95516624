import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildForText } from '../../safeguards/anonymity/child-for-text.ts'
import { agencyIdOf, childStore, type ChildStoreDeps } from '../child-store.ts'

const whoseRow = z.strictObject({ id: z.uuid(), agency_id: z.int() })
const keyRow = z.strictObject({ wrapped: z.instanceof(Uint8Array) })
const countRow = z.strictObject({ count: z.int() })

/** The scope's slice `childForText`: what the anonymity gate may know of a child, as the actor or job that opened the scope. */
export const childForText = (trx: Transaction, who: Who, deps: ChildStoreDeps): ChildForText => {
  const agencyId = agencyIdOf(who)
  const children = childStore(trx, who, deps)
  return {
    byReference: async (reference) => {
      const { rows } = await sql`select child_id as id, agency_id from child_shared where reference = ${reference}
        union select id, agency_id from child where reference = ${reference} limit 1`.execute(trx)
      if (rows[0] === undefined) return undefined
      const row = whoseRow.parse(rows[0])
      const childId = row.id as ChildId
      const secrets = row.agency_id === agencyId ? await children.secrets(childId) : undefined
      return { childId, agencyId: row.agency_id as AgencyId, name: secrets?.name ?? null }
    },
    secretsOf: async (childId) => {
      const { rows } = await sql`select wrapped from child_key where agency_id = ${agencyId} and child_id = ${childId}`.execute(trx)
      if (rows[0] === undefined) return undefined
      const own = deps.cipher.withKey(childId, keyRow.parse(rows[0]).wrapped)
      return {
        seal: (textId, column, said) => own.seal(`text:${textId}:${column}`, said),
        open: (textId, column, bytes) => own.open(`text:${textId}:${column}`, bytes),
      }
    },
    sharing: async ({ sex, age, siblings }) => {
      const conditions = [
        sql`is_waiting and partnership_id = nullif(current_setting('app.partnership', true), '')::int`,
        ...(sex === undefined ? [] : [sql`sex_shown = ${sex}`]),
        ...(age === undefined ? [] : [sql`age_years = ${age}`]),
        ...(siblings === undefined ? [] : [sql`siblings_shown = ${siblings}`]),
      ]
      const { rows } = await sql`select count(*)::int as count from child_shared where ${sql.join(conditions, sql` and `)}`.execute(trx)
      return countRow.parse(rows[0]).count
    },
  }
}
