import { sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/** A record that is to go, as the database knows it. */
export interface DoomedRecord {
  readonly id: string
  readonly reference: string
}

/**
 * Within a transaction of an agency, becomes the role that removes: it reaches this one record of the open agency, and can do nothing
 * but take its rows away. Afterwards the transaction is the app again. What throws ends the transaction, so nothing has to be given back.
 */
export const asPurger = async <T>(trx: Transaction, { id, reference }: DoomedRecord, work: () => Promise<T>): Promise<T> => {
  await sql`set local role ff_purge`.execute(trx)
  await sql`select set_config('app.record', ${id}, true), set_config('app.reference', ${reference}, true)`.execute(trx)
  const answer = await work()
  await sql`set local role ff_app`.execute(trx)
  await sql`select set_config('app.record', '', true), set_config('app.reference', '', true)`.execute(trx)
  return answer
}
