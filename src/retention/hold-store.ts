import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { newId, type AgencyId, type ChildId } from '../core/ids.ts'
import type { Transaction } from '../database/transaction.ts'
import { HOLD_REASONS, type HoldReason } from './retention-kinds.ts'

export interface Hold {
  readonly reason: HoldReason
  readonly setBy: string
  readonly setAt: Date
  readonly liftedBy: string | null
  readonly liftedAt: Date | null
}

export interface HoldStore {
  /** All there ever were of a child, the newest first. */
  holdsOf(childId: ChildId): Promise<readonly Hold[]>
  /** False when the child is held for this reason already. */
  setHold(childId: ChildId, reason: HoldReason, by: Actor, at: Date): Promise<boolean>
  /** False when it is not held for this reason. */
  liftHold(childId: ChildId, reason: HoldReason, by: Actor, at: Date): Promise<boolean>
}

const row = z
  .strictObject({ reason: z.enum(HOLD_REASONS), set_by: z.string(), set_at: z.date(), lifted_by: z.string().nullable(), lifted_at: z.date().nullable() })
  .transform(({ reason, set_by, set_at, lifted_by, lifted_at }): Hold => ({ reason, setBy: set_by, setAt: set_at, liftedBy: lifted_by, liftedAt: lifted_at }))

export const holdStore = (trx: Transaction, agencyId: AgencyId): HoldStore => ({
  holdsOf: async (childId) => {
    const { rows } = await sql`select h.reason, s.name as set_by, h.set_at, l.name as lifted_by, h.lifted_at
      from retention_hold h join worker s on s.id = h.set_by left join worker l on l.id = h.lifted_by
      where h.agency_id = ${agencyId} and h.child_id = ${childId} order by h.set_at desc, h.id desc`.execute(trx)
    return rows.map((each) => row.parse(each))
  },
  setHold: async (childId, reason, by, at) => {
    const added = await sql`insert into retention_hold (id, agency_id, child_id, reason, set_by, set_at)
      values (${newId()}, ${agencyId}, ${childId}, ${reason}, ${by.workerId}, ${at})
      on conflict (agency_id, child_id, reason) where lifted_at is null do nothing returning id`.execute(trx)
    return added.rows.length === 1
  },
  liftHold: async (childId, reason, by, at) => {
    const lifted = await sql`update retention_hold set lifted_by = ${by.workerId}, lifted_at = ${at}
      where agency_id = ${agencyId} and child_id = ${childId} and reason = ${reason} and lifted_at is null returning id`.execute(trx)
    return lifted.rows.length === 1
  },
})
