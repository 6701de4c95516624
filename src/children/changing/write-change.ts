import { sql } from 'kysely'
import * as z from 'zod'
import { newId, type AgencyId, type ChildId } from '../../core/ids.ts'
import type { Now, Today } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildTables } from '../child-tables.ts'
import type { ChildChange } from '../child-views.ts'
import type { Child } from '../child.ts'

interface Writing {
  readonly trx: Transaction
  readonly today: Today
  readonly now: Now
}

/** Keeps that something changed, and by whom, in the transaction that changes it. */
export const writeChange = async ({ trx, today, now }: Writing, who: Who, child: Child, what: readonly string[]): Promise<void> => {
  if (what.length === 0) return
  await trx
    .withTables<ChildTables>()
    .insertInto('child_change')
    .values({
      id: newId(),
      agency_id: child.agencyId,
      child_id: child.id,
      at: now(),
      on_day: today(),
      what: [...what],
      worker_id: who.kind === 'actor' ? who.actor.workerId : null,
    })
    .execute()
}

const changeRow = z.strictObject({ at: z.date(), what: z.array(z.string()), name: z.string().nullable() })

/** The newest first. */
export const latestChanges = async (trx: Transaction, agencyId: AgencyId, childId: ChildId, limit: number): Promise<readonly ChildChange[]> => {
  const { rows } = await sql`select h.at, h.what, w.name from child_change h left join worker w on w.id = h.worker_id
    where h.agency_id = ${agencyId} and h.child_id = ${childId} order by h.at desc, h.id desc limit ${limit}`.execute(trx)
  return z
    .array(changeRow)
    .parse(rows)
    .map(({ at, what, name }) => ({ at: at.toISOString(), what, by: name }))
}
