import { sql } from 'kysely'
import * as z from 'zod'
import { newId, type AgencyId, type ChildId } from '../../core/ids.ts'
import type { Now, Today } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildTables } from '../child-tables.ts'
import { RECORDED_DATES, type ChildChange, type DayChange } from '../child-views.ts'
import type { Child } from '../child.ts'
import { plainDateColumn } from '../plain-date-column.ts'

interface Writing {
  readonly trx: Transaction
  readonly today: Today
  readonly now: Now
}

/** Keeps that something changed, and by whom, in the transaction that changes it. */
export const writeChange = async (
  { trx, today, now }: Writing,
  who: Who,
  child: Child,
  what: readonly string[],
  days: readonly DayChange[] = [],
): Promise<void> => {
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
      days: JSON.stringify(days),
      worker_id: who.kind === 'actor' ? who.actor.workerId : null,
    })
    .execute()
}

const dayChange = z.strictObject({ name: z.enum(RECORDED_DATES), was: plainDateColumn, is: plainDateColumn.nullable() })
const changeRow = z.strictObject({ at: z.date(), what: z.array(z.string()), days: z.array(dayChange), name: z.string().nullable() })

/** The newest first. */
export const latestChanges = async (trx: Transaction, agencyId: AgencyId, childId: ChildId, limit: number): Promise<readonly ChildChange[]> => {
  const { rows } = await sql`select h.at, h.what, h.days, w.name from child_change h left join worker w on w.id = h.worker_id
    where h.agency_id = ${agencyId} and h.child_id = ${childId} order by h.at desc, h.id desc limit ${limit}`.execute(trx)
  return z
    .array(changeRow)
    .parse(rows)
    .map(({ at, what, days, name }) => ({ at: at.toISOString(), what, days, by: name }))
}
