import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { Now, Today } from '../../core/plain-date.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ChildTables } from '../child-tables.ts'
import { isSharedFrom } from '../child.ts'
import { inParts, insertMany, replaceColumns } from './import-many.ts'
import { waitingFrom } from '../journey/journey.ts'
import { ownChildRow, selectOwnChildren } from '../own-child-row.ts'
import { changedOn, sharedColumns, sharingOf } from '../sharing/write-shared-row.ts'

interface Writing {
  readonly trx: Transaction
  readonly agencyId: AgencyId
  readonly today: Today
  readonly now: Now
}

/** Every member's number of brothers and sisters, after some joined or left. */
export const recountSiblings = async (trx: Transaction, agencyId: AgencyId, groups: readonly string[]): Promise<void> => {
  if (groups.length === 0) return
  await sql`update child set sibling_count = members.number - 1
    from (select sibling_group, count(*)::int as number from child where agency_id = ${agencyId} and sibling_group = any(${[...groups]}::uuid[]) group by sibling_group) members
    where child.agency_id = ${agencyId} and child.sibling_group = members.sibling_group and child.sibling_count <> members.number - 1`.execute(trx)
}

/** What partners may read, of the children themselves and of their brothers and sisters, whose number may be another now. */
export const writeManyShared = async ({ trx, agencyId, today, now }: Writing, ids: readonly ChildId[], groups: readonly string[]): Promise<void> => {
  const db = trx.withTables<ChildTables>()
  const sharing = await sharingOf(trx, agencyId)
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
    db
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
