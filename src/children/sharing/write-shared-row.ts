import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Now, Today } from '../../core/plain-date.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildTables } from '../child-tables.ts'
import { isSharedFrom, type SharesFrom } from '../child.ts'
import { ethnicityGroup } from '../ethnicity.ts'
import { harderToPlace } from '../harder-to-place.ts'
import { isOrderNotPlaced, isWaiting, orderInForce, stageOf, standingOf, waitingFrom } from '../journey/journey.ts'
import { reasonsOf, type OwnRecord } from '../own-child-row.ts'
import { ageColumns } from '../changing/write-child.ts'

const agencyRow = z.strictObject({ partnership_id: z.int(), shares_from: z.enum(['adm-decision', 'placement-order']) })
export interface Sharing {
  readonly partnershipId: number
  readonly sharesFrom: SharesFrom
}

/**
 * Until the end of the transaction nobody changes from when the agency shares: whoever is about to waits here for those who write shared
 * rows, and they for it, so that no row is written by a rule that holds no more.
 */
export const sharingOf = async (trx: Transaction, agencyId: AgencyId): Promise<Sharing> => {
  const { rows } = await sql`select partnership_id, shares_from from agency where id = ${agencyId} for share`.execute(trx)
  const row = agencyRow.parse(rows[0])
  return { partnershipId: row.partnership_id, sharesFrom: row.shares_from }
}

export const sharedColumns = (record: OwnRecord, partnershipId: number, waiting_from: string, { today, now }: Omit<Writing, 'trx'>) => {
  const { child } = record
  return {
    agency_id: child.agencyId,
    partnership_id: partnershipId,
    reference: child.reference,
    ...ageColumns(record.ageYears),
    sex: child.sex,
    sibling_count: record.siblings,
    sibling_plan: child.siblingPlan,
    stage: stageOf(child.journey, record.isUnborn),
    // how far the search is; that it is on hold, or with which carer it may end, is the agency's own (design 3.3)
    standing: standingOf(child.journey, [], null),
    is_order_not_placed: isOrderNotPlaced(child.journey),
    waiting_from,
    adm_on: child.journey.admDecision,
    order_on: orderInForce(child.journey),
    is_waiting: isWaiting(child.journey),
    ethnicity_group: ethnicityGroup(child.ethnicity),
    disability: child.disability,
    harder_to_place: [...harderToPlace(reasonsOf(record)).today],
    need_categories: child.needs.map(({ category }) => category),
    need_grades: JSON.stringify(Object.fromEntries(child.needs.map(({ category, grade }) => [category, grade]))),
    routes: [...child.routes],
    next_step: child.nextStep,
    next_step_whose: child.nextStepWhose,
    worker_name: record.worker,
    changed_at: now(),
    changed_on: today(),
  }
}

interface Writing {
  readonly trx: Transaction
  readonly today: Today
  readonly now: Now
}

/** What partners notice; ages change by themselves, and so do the reasons that hang on them. */
const NOTICED = [
  'sex',
  'sibling_count',
  'sibling_plan',
  'stage',
  'standing',
  'waiting_from',
  'adm_on',
  'order_on',
  'ethnicity_group',
  'disability',
  'need_grades',
  'routes',
  'next_step',
  'next_step_whose',
  'worker_name',
] as const

/** Today where something that partners notice is another now, else as it was. */
export const changedOn = (today: Today): RawBuilder<string> => {
  const columns = (table: string) => sql.join(NOTICED.map((column) => sql.ref(`${table}.${column}`)))
  return sql<string>`case when (${columns('child_shared')}) is distinct from (${columns('excluded')}) then ${today()}::date else child_shared.changed_on end`
}

/** Writes what partners may read from the private record, in the same transaction; removes it where the agency does not share (any more). */
export const writeSharedRow = async ({ trx, today, now }: Writing, record: OwnRecord, sharing: Sharing): Promise<void> => {
  const db = trx.withTables<ChildTables>()
  const { child } = record
  const from = waitingFrom(child.journey)
  if (from === null || !isSharedFrom(child.journey, sharing.sharesFrom)) {
    if (record.isShared) await db.deleteFrom('child_shared').where('child_id', '=', child.id).where('agency_id', '=', child.agencyId).execute()
    return
  }
  const columns = sharedColumns(record, sharing.partnershipId, from, { today, now })
  await db
    .insertInto('child_shared')
    .values({ child_id: child.id, ...columns })
    .onConflict((conflict) => conflict.column('child_id').doUpdateSet({ ...columns, changed_on: changedOn(today) }))
    .execute()
}
