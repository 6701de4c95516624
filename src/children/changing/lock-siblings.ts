import { sql } from 'kysely'
import type { AgencyId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'

/** Changes of the agency's sibling groups wait for each other until the end of the transaction; taken before a group is read that is to change. */
export const lockSiblings = async (trx: Transaction, agencyId: AgencyId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('sibling groups'), ${agencyId}::int)`.execute(trx)
}
