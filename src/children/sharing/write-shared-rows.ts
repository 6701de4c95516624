import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Now, Today } from '../../core/plain-date.ts'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildTables } from '../child-tables.ts'
import { isSharedFrom, type SharesFrom } from '../child.ts'
import { ethnicityGroup } from '../ethnicity.ts'
import { harderToPlace } from '../harder-to-place.ts'
import { isOrderNotPlaced, isWaiting, orderInForce, stageOf, standingOf, waitEndedOn, waitingFrom } from '../journey/journey.ts'
import { routesTried } from '../journey/routes.ts'
import { ownChildRow, reasonsOf, selectOwnChildren, type OwnRecord } from '../own-child-row.ts'
import { inParts, insertMany, replaceColumns } from '../write-many.ts'
import { ageColumns } from '../changing/write-child.ts'

const agencyRow = z.strictObject({ partnership_id: z.int(), shares_from: z.enum(['adm-decision', 'placement-order']) })
interface Sharing {
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

const sharedColumns = (record: OwnRecord, partnershipId: number, waiting_from: string, { today, now }: Pick<Writing, 'today' | 'now'>) => {
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
    wait_ended_on: waitEndedOn(child.journey),
    is_waiting: isWaiting(child.journey),
    ethnicity_group: ethnicityGroup(child.ethnicity),
    disability: child.disability,
    harder_to_place: [...harderToPlace(reasonsOf(record)).today],
    need_categories: child.needs.map(({ category }) => category),
    need_grades: JSON.stringify(Object.fromEntries(child.needs.map(({ category, grade }) => [category, grade]))),
    routes: [...routesTried(child)],
    next_step: child.nextStep,
    next_step_whose: child.nextStepWhose,
    worker_name: record.worker,
    changed_at: now(),
    changed_on: today(),
  }
}

interface Writing {
  readonly trx: Transaction
  readonly agencyId: AgencyId
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
const changedOn = (today: Today): RawBuilder<string> => {
  const columns = (table: string) => sql.join(NOTICED.map((column) => sql.ref(`${table}.${column}`)))
  return sql<string>`case when (${columns('child_shared')}) is distinct from (${columns('excluded')}) then ${today()}::date else child_shared.changed_on end`
}

/**
 * Writes what partners may read of these children, and of all in these sibling groups, whose number of siblings may be another now: from the
 * private rows, in the same transaction. Removes the rows of those whom the agency does not share (any more).
 */
export const writeSharedRows = async (
  { trx, agencyId, today, now }: Writing,
  sharing: Sharing,
  ids: readonly ChildId[],
  groups: readonly string[] = [],
): Promise<void> => {
  const { rows } = await selectOwnChildren(
    sql`c.agency_id = ${agencyId} and (c.id = any(${[...ids]}::uuid[]) or c.sibling_group = any(${[...groups]}::uuid[]))`,
  ).execute(trx)
  const records = z.array(ownChildRow).parse(rows)
  const shown = records.flatMap((record) => {
    const from = waitingFrom(record.child.journey)
    return from === null || !isSharedFrom(record.child.journey, sharing.sharesFrom)
      ? []
      : [{ child_id: record.child.id, ...sharedColumns(record, sharing.partnershipId, from, { today, now }) }]
  })
  const seen = new Set<string>(shown.map(({ child_id }) => child_id))
  const hidden = records.filter(({ child, isShared }) => isShared && !seen.has(child.id)).map(({ child }) => child.id)
  await inParts(hidden, (part) =>
    trx
      .withTables<ChildTables>()
      .deleteFrom('child_shared')
      .where('agency_id', '=', agencyId)
      .where('child_id', 'in', [...part])
      .execute(),
  )
  await inParts(shown, (part) => {
    const columns = Object.keys(part[0] ?? {}).filter((column) => column !== 'child_id' && column !== 'changed_on')
    const replaced = sql`on conflict (child_id) do update set ${replaceColumns(columns)}, changed_on = ${changedOn(today)}`
    return insertMany('child_shared', part, replaced).execute(trx)
  })
}
