import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { newId, type AgencyId, type Branded, type ChildId, type WorkerId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import { asPurger } from '../database/as-purger.ts'
import type { RecordOwner, RecordPart } from '../database/record-part.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { PURGE_PROBLEMS, type PurgeProblem } from './retention-kinds.ts'

export type PurgeRequestId = Branded<'PurgeRequestId'>
export interface PurgeRequest {
  readonly id: PurgeRequestId
  readonly requestedBy: WorkerId
  readonly requestedByName: string
  readonly requestedAt: Date
  /** null while its job has not come to it */
  readonly problem: PurgeProblem | null
}
/** What is left of a child. */
export interface Gravestone {
  readonly childId: ChildId
  readonly agencyId: AgencyId
  readonly reference: ChildReference
  readonly purgedAt: Date
  readonly requestedBy: WorkerId | null
  readonly filedBy: WorkerId | null
  readonly receipt: string | null
}
export interface Purged {
  readonly childId: ChildId
  readonly reference: ChildReference
  readonly purgedAt: Date
  readonly requestedBy: string | null
  readonly filedBy: string | null
  readonly receipt: string | null
}

export interface PurgeStore {
  /** Undefined when a purge of this child is under way already. */
  addRequest(childId: ChildId, by: Actor, at: Date): Promise<PurgeRequestId | undefined>
  /** The newest one. */
  requestAbout(childId: ChildId): Promise<PurgeRequest | undefined>
  refuseRequest(id: PurgeRequestId, problem: PurgeProblem): Promise<void>
  /** Removes all that is about the child, the key first, and writes the gravestone: all of it or nothing. */
  remove(child: RecordOwner, stone: Gravestone): Promise<void>
  purged(by: { readonly reference: ChildReference } | { readonly childId: ChildId }): Promise<Purged | undefined>
  /** Every gravestone of the agency, the oldest first. */
  allPurged(): Promise<readonly Purged[]>
}

const requestRow = z
  .strictObject({ id: z.uuid(), requested_by: z.uuid(), name: z.string(), requested_at: z.date(), problem: z.enum(PURGE_PROBLEMS).nullable() })
  .transform((row): PurgeRequest => ({
    id: row.id as PurgeRequestId,
    requestedBy: row.requested_by as WorkerId,
    requestedByName: row.name,
    requestedAt: row.requested_at,
    problem: row.problem,
  }))
const purgedRow = z
  .strictObject({
    child_id: z.uuid(),
    reference: z.string(),
    purged_at: z.date(),
    requested_by: z.string().nullable(),
    filed_by: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .transform((row): Purged => ({
    childId: row.child_id as ChildId,
    reference: row.reference as ChildReference,
    purgedAt: row.purged_at,
    requestedBy: row.requested_by,
    filedBy: row.filed_by,
    receipt: row.receipt,
  }))

/** Holds, exports and requests go with the record that they are about. */
export const removeKeeping = (trx: Transaction, child: RecordOwner): Promise<void> =>
  asPurger(trx, child, async () => {
    await sql`delete from purge_request where child_id = ${child.id}`.execute(trx)
    await sql`delete from record_export where child_id = ${child.id}`.execute(trx)
    await sql`delete from retention_hold where child_id = ${child.id}`.execute(trx)
  })

export const purgeStore = (trx: Transaction, who: Who, agencyId: AgencyId, parts: readonly RecordPart[]): PurgeStore => {
  const selectPurged = async (where: ReturnType<typeof sql>): Promise<readonly Purged[]> => {
    const { rows } = await sql`select p.child_id, p.reference, p.purged_at, r.name as requested_by, f.name as filed_by, p.receipt
      from purged_child p left join worker r on r.id = p.requested_by left join worker f on f.id = p.filed_by
      where p.agency_id = ${agencyId} and ${where} order by p.purged_at, p.child_id`.execute(trx)
    return rows.map((row) => purgedRow.parse(row))
  }
  return {
    addRequest: async (childId, by, at) => {
      const id = newId<PurgeRequestId>()
      const added = await sql`insert into purge_request (id, agency_id, child_id, requested_by, requested_at)
        values (${id}, ${agencyId}, ${childId}, ${by.workerId}, ${at})
        on conflict (agency_id, child_id) where state = 'open' do nothing returning id`.execute(trx)
      return added.rows.length === 1 ? id : undefined
    },
    requestAbout: async (childId) => {
      const { rows } = await sql`select p.id, p.requested_by, w.name, p.requested_at, p.problem from purge_request p join worker w on w.id = p.requested_by
        where p.agency_id = ${agencyId} and p.child_id = ${childId} order by p.requested_at desc, p.id desc limit 1`.execute(trx)
      return rows[0] === undefined ? undefined : requestRow.parse(rows[0])
    },
    refuseRequest: async (id, problem) => {
      await sql`update purge_request set state = 'refused', problem = ${problem} where agency_id = ${agencyId} and id = ${id}`.execute(trx)
    },
    remove: async (child, { purgedAt, requestedBy, filedBy, receipt }) => {
      for (const part of parts) await part.remove(trx, who, child)
      await asPurger(trx, child, async () => {
        await sql`insert into purged_child (child_id, agency_id, reference, purged_at, requested_by, filed_by, receipt)
          values (${child.id}, ${child.agencyId}, ${child.reference}, ${purgedAt}, ${requestedBy}, ${filedBy}, ${receipt})`.execute(trx)
        await sql`insert into purged_reference (reference) values (${child.reference})`.execute(trx)
      })
    },
    purged: async (by) => (await selectPurged('reference' in by ? sql`p.reference = ${by.reference}` : sql`p.child_id = ${by.childId}`))[0],
    allPurged: () => selectPurged(sql`true`),
  }
}
