import { sql } from 'kysely'
import * as z from 'zod'
import { lockSiblings } from '../children/changing/lock-siblings.ts'
import type { AgencyId, ChildId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import type { RecordOwner } from '../database/record-part.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { agencyOf } from '../database/write-audit.ts'
import { holdStore, type HoldStore } from './hold-store.ts'
import { personStore, type PersonStore } from './person-store.ts'
import { purgeStore, type PurgeStore } from './purge-store.ts'
import { recordStore, type RecordStore, type RecordStoreDeps } from './record-store.ts'
import type { Ends, Periods } from './retention-due.ts'

/** A child of the open agency, with no more than what its time is told by. */
export interface RetainedChild extends RecordOwner, Ends {}

/** Where a page ends; `dueOn` is the last of all days for a held record whose time has not begun. */
export interface RetentionPosition {
  readonly dueOn: string
  readonly reference: string
}
export interface RetentionQuery {
  readonly periods: Periods
  /** records that are due on this day at the latest */
  readonly until: PlainDate
  readonly limit: number
  readonly after?: RetentionPosition
}

/** The records of one agency as those that end: nothing of another agency is reached from here. */
export interface RetentionStore extends HoldStore, RecordStore, PurgeStore, PersonStore {
  child(reference: ChildReference): Promise<RetainedChild | undefined>
  /** Until the end of the transaction nobody changes the child. Undefined for one who is not there any more. */
  lock(childId: ChildId): Promise<RetainedChild | undefined>
  /** Whose time is over or nearly so, and all that are held: the earliest first. */
  list(query: RetentionQuery): Promise<{ readonly items: readonly RetainedChild[]; readonly total: number }>
}

const date = z.iso.date().transform((text) => text as PlainDate)
const childRow = z
  .strictObject({ id: z.uuid(), agency_id: z.int(), reference: z.string(), adoption_order: date.nullable(), plan_ended: date.nullable() })
  .transform((row): RetainedChild => ({
    id: row.id as ChildId,
    agencyId: row.agency_id as AgencyId,
    reference: row.reference as ChildReference,
    adoptionOrder: row.adoption_order,
    planEnded: row.plan_ended,
  }))
const countRow = z.strictObject({ total: z.int() })

export const LAST_OF_DAYS = '9999-12-31'

/** The rule of retention-due.ts in SQL, so that pages and totals need no more than a page of rows. */
const dueOn = ({ afterOrder, afterPlanEnd }: Periods) =>
  sql`greatest(adoption_order + make_interval(months => ${afterOrder}::int), plan_ended + make_interval(months => ${afterPlanEnd}::int))::date`
const isHeld = sql`exists (select from retention_hold h where h.agency_id = child.agency_id and h.child_id = child.id and h.lifted_at is null)`

export const retentionStore = (trx: Transaction, who: Who, deps: RecordStoreDeps): RetentionStore => {
  const agencyId = agencyOf(who)
  const columns = sql`child.id, child.agency_id, child.reference, child.adoption_order, child.plan_ended`
  return {
    ...holdStore(trx, agencyId),
    ...recordStore(trx, who, deps),
    ...purgeStore(trx, who, agencyId, deps.parts),
    ...personStore(trx, agencyId),
    child: async (reference) => {
      const { rows } = await sql`select ${columns} from child where agency_id = ${agencyId} and reference = ${reference}`.execute(trx)
      return rows[0] === undefined ? undefined : childRow.parse(rows[0])
    },
    lock: async (childId) => {
      // in this order everywhere, or two who wait for each other have to begin again
      await lockSiblings(trx, agencyId)
      const { rows } = await sql`select ${columns} from child where agency_id = ${agencyId} and id = ${childId} for update`.execute(trx)
      return rows[0] === undefined ? undefined : childRow.parse(rows[0])
    },
    list: async ({ periods, until, limit, after }) => {
      const listed = sql`(select ${columns}, coalesce(${dueOn(periods)}, ${LAST_OF_DAYS}::date) as due_on from child
        where child.agency_id = ${agencyId} and ((not child.is_open and ${dueOn(periods)} <= ${until}::date) or ${isHeld}))`
      const beyond = after === undefined ? sql`true` : sql`(due_on, reference) > (${after.dueOn}::date, ${after.reference})`
      const { rows } = await sql`select id, agency_id, reference, adoption_order, plan_ended from ${listed} listed
        where ${beyond} order by due_on, reference limit ${limit}`.execute(trx)
      const counted = await sql`select count(*) as total from ${listed} listed`.execute(trx)
      return { items: rows.map((row) => childRow.parse(row)), total: countRow.parse(counted.rows[0]).total }
    },
  }
}
