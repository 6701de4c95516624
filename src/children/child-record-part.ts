import { sql } from 'kysely'
import * as z from 'zod'
import { asPurger } from '../database/as-purger.ts'
import type { RecordOwner, RecordPart } from '../database/record-part.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { lockSiblings } from './changing/lock-siblings.ts'
import { recountSiblings } from './changing/write-child.ts'
import { childStore, type ChildStoreDeps } from './child-store.ts'
import { recordTablesOf } from './record-tables.ts'
import { sharingOf, writeSharedRows } from './sharing/write-shared-rows.ts'

const groupRow = z.strictObject({ sibling_group: z.uuid().nullable() })

/** The key goes first: from then on nothing that is left could be read. */
const removeRows = (trx: Transaction, child: RecordOwner): Promise<void> =>
  asPurger(trx, child, async () => {
    await sql`delete from child_key where child_id = ${child.id}`.execute(trx)
    await sql`delete from child_shared where child_id = ${child.id}`.execute(trx)
    await sql`delete from child_need where child_id = ${child.id}`.execute(trx)
    await sql`delete from child_change where child_id = ${child.id}`.execute(trx)
    await sql`delete from child where id = ${child.id}`.execute(trx)
  })

/** Who remains of a sibling group: counted again; and one who is left alone is in no group, as when the others had been taken out of it by hand. */
const leaveSiblings = async (trx: Transaction, who: Who, agencyId: RecordOwner['agencyId'], group: string, deps: ChildStoreDeps): Promise<void> => {
  const children = childStore(trx, who, deps)
  const [only, ...others] = await children.ofSiblingGroups([group])
  if (only === undefined) return
  if (others.length === 0) {
    if (!(await children.replace(only, { ...only, siblingGroup: null, siblingPlan: null, siblingPlanOn: null })))
      throw new Error(`${only.reference} was changed at the same moment.`)
    return
  }
  await recountSiblings(trx, agencyId, [group])
  await writeSharedRows({ trx, agencyId, ...deps }, await sharingOf(trx, agencyId), [], [group])
}

/** The child itself: what was encrypted under its key, its dates, needs and changes, and what partners could read. */
export const childRecordPart = (deps: ChildStoreDeps): RecordPart => ({
  title: 'The child',
  tables: { child: 'removed', child_key: 'removed', child_need: 'removed', child_change: 'removed', child_shared: 'removed' },
  isRecord: true,
  exportOf: async (trx, who, child) => {
    const children = childStore(trx, who, deps)
    const [record, secrets] = [await children.own(child.reference), await children.secrets(child.id)]
    if (!record || !secrets) throw new Error(`The record of ${child.reference} is gone.`)
    return recordTablesOf(record, secrets, await children.changes(child.id, 100_000))
  },
  remove: async (trx, who, child) => {
    await lockSiblings(trx, child.agencyId)
    const { rows } = await sql`select sibling_group from child where id = ${child.id} and agency_id = ${child.agencyId}`.execute(trx)
    if (rows[0] === undefined) return
    const { sibling_group } = groupRow.parse(rows[0])
    await removeRows(trx, child)
    if (sibling_group !== null) await leaveSiblings(trx, who, child.agencyId, sibling_group, deps)
  },
})
