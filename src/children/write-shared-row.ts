import { sql } from 'kysely'
import * as z from 'zod'
import type { Now } from '../core/plain-date.ts'
import type { AgencyId } from '../core/ids.ts'
import type { Transaction } from '../database/transaction.ts'
import type { ChildTables } from './child-tables.ts'
import { isSharedFrom, type SharesFrom } from './child.ts'
import { ethnicityGroup } from './ethnicity.ts'
import { harderToPlace } from './harder-to-place.ts'
import { isWaiting, stageOf, waitingFrom } from './journey.ts'
import type { OwnRecord } from './own-child-row.ts'
import { ageColumns } from './write-child.ts'

const agencyRow = z.strictObject({ partnership_id: z.int(), shares_from: z.enum(['adm-decision', 'placement-order']) })
export interface Sharing {
  readonly partnershipId: number
  readonly sharesFrom: SharesFrom
}

export const sharingOf = async (trx: Transaction, agencyId: AgencyId): Promise<Sharing> => {
  const { rows } = await sql`select partnership_id, shares_from from agency where id = ${agencyId}`.execute(trx)
  const row = agencyRow.parse(rows[0])
  return { partnershipId: row.partnership_id, sharesFrom: row.shares_from }
}

const sharedColumns = (record: OwnRecord, partnershipId: number, waiting_from: string, now: Now) => {
  const { child } = record
  const group = ethnicityGroup(child.ethnicity)
  return {
    agency_id: child.agencyId,
    partnership_id: partnershipId,
    reference: child.reference,
    ...ageColumns(record.ageYears),
    sex: child.sex,
    sibling_count: record.siblings,
    sibling_plan: child.siblingPlan,
    stage: stageOf(child.journey),
    waiting_from,
    adm_on: child.journey.admDecision,
    order_on: child.journey.placementOrder,
    is_waiting: isWaiting(child.journey),
    ethnicity_group: group,
    disability: child.disability,
    harder_to_place: [...harderToPlace({ disability: child.disability, siblings: record.siblings, ethnicityGroup: group, ageYears: record.ageYears })],
    need_categories: child.needs.map(({ category }) => category),
    need_grades: JSON.stringify(Object.fromEntries(child.needs.map(({ category, grade }) => [category, grade]))),
    routes: [...child.routes],
    next_step: child.nextStep,
    next_step_whose: child.nextStepWhose,
    worker_name: record.worker,
    changed_at: now(),
  }
}

/** Writes what partners may read from the private record, in the same transaction; removes it where the agency does not share (any more). */
export const writeSharedRow = async (trx: Transaction, record: OwnRecord, sharing: Sharing, now: Now): Promise<void> => {
  const db = trx.withTables<ChildTables>()
  const { child } = record
  const from = waitingFrom(child.journey)
  if (from === null || !isSharedFrom(child.journey, sharing.sharesFrom)) {
    if (record.isShared) await db.deleteFrom('child_shared').where('child_id', '=', child.id).where('agency_id', '=', child.agencyId).execute()
    return
  }
  const columns = sharedColumns(record, sharing.partnershipId, from, now)
  await db
    .insertInto('child_shared')
    .values({ child_id: child.id, ...columns })
    .onConflict((conflict) => conflict.column('child_id').doUpdateSet(columns))
    .execute()
}
