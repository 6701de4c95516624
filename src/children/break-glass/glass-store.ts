import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId, type AgencyId, type ChildId, type WorkerId } from '../../core/ids.ts'
import type { ChildReference } from '../../core/reference.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { AtPosition } from '../../safeguards/at-position.ts'
import { agencyIdOf } from '../child-store.ts'
import { GLASS_REASONS } from './break-glass-contract.ts'

export interface NewGrant {
  readonly child: { readonly id: ChildId; readonly reference: ChildReference; readonly agencyId: AgencyId }
  readonly reason: (typeof GLASS_REASONS)[number]
  readonly sentence: string
  readonly at: Date
  readonly until: Date
}
/** Which record is open, and from when it is not. A type and no interface, because it is kept as the answer of a command. */
export type Grant = { readonly id: string; readonly ownerAgencyId: AgencyId; readonly until: string }

export interface NoticesQuery {
  readonly state: 'open' | 'acknowledged'
  readonly after?: AtPosition
  readonly limit: number
}

/** Grants to open a partner's record, and the notices by which both agencies are told. */
export interface GlassStore {
  /** Writes the grant and a notice to each of the two agencies. */
  add(by: Actor, grant: NewGrant): Promise<Grant>
  /** The grant of this person on this child that runs longest. */
  running(workerId: WorkerId, childId: ChildId, at: Date): Promise<Grant | undefined>
  /** Newest first. */
  notices(query: NoticesQuery): Promise<readonly FoundNotice[]>
  countNotices(state: NoticesQuery['state']): Promise<number>
  notice(id: string): Promise<FoundNotice | undefined>
  /** False when somebody acknowledged it before. */
  acknowledge(id: string, by: Actor, at: Date): Promise<boolean>
}

const grantRow = z
  .strictObject({ id: z.uuid(), owner_agency_id: z.int(), expires_at: z.date() })
  .transform(({ id, owner_agency_id, expires_at }): Grant => ({ id, ownerAgencyId: owner_agency_id as AgencyId, until: expires_at.toISOString() }))

const noticeRow = z
  .strictObject({
    id: z.uuid(),
    position: z.string(),
    reference: z.string(),
    owner_agency_id: z.int().transform((id) => id as AgencyId),
    owner: z.string(),
    worker_id: z.uuid(),
    name: z.string(),
    agency: z.string(),
    reason: z.enum(GLASS_REASONS),
    sentence: z.string(),
    granted_at: z.date(),
    expires_at: z.date(),
    acknowledged_name: z.string().nullable(),
    acknowledged_at: z.date().nullable(),
  })
  .transform((row) => ({
    position: { at: row.position, id: row.id },
    openedBy: row.worker_id,
    ownerAgencyId: row.owner_agency_id,
    view: {
      id: row.id,
      reference: row.reference,
      owner: row.owner,
      by: { name: row.name, agency: row.agency },
      reason: row.reason,
      sentence: row.sentence,
      at: row.granted_at.toISOString(),
      until: row.expires_at.toISOString(),
      acknowledged:
        row.acknowledged_name === null || row.acknowledged_at === null ? null : { by: row.acknowledged_name, at: row.acknowledged_at.toISOString() },
    },
  }))
export type FoundNotice = z.output<typeof noticeRow>
const countRow = z.strictObject({ count: z.int() })

export const glassStore = (trx: Transaction, who: Who): GlassStore => {
  const agencyId = agencyIdOf(who)
  const select = async (where: ReturnType<typeof sql>, limit: number): Promise<readonly FoundNotice[]> => {
    const { rows } = await sql`
      select n.id, to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position, g.reference, g.owner_agency_id, o.name as owner,
        g.worker_id, g.worker_name as name, a.name as agency, g.reason, g.sentence, g.granted_at, g.expires_at, n.acknowledged_name, n.acknowledged_at
      from break_glass_notice n join break_glass_grant g on g.id = n.grant_id join agency o on o.id = g.owner_agency_id join agency a on a.id = g.agency_id
      where n.agency_id = ${agencyId} and ${where} order by n.at desc, n.id desc limit ${limit}`.execute(trx)
    return rows.map((row) => noticeRow.parse(row))
  }
  return {
    add: async (by, { child, reason, sentence, at, until }) => {
      const id = newId()
      await sql`
        insert into break_glass_grant (id, agency_id, owner_agency_id, child_id, reference, worker_id, worker_name, reason, sentence, granted_at, expires_at)
        values (${id}, ${agencyId}, ${child.agencyId}, ${child.id}, ${child.reference}, ${by.workerId}, ${by.name}, ${reason}, ${sentence}, ${at}, ${until})`.execute(
        trx,
      )
      for (const told of [agencyId, child.agencyId])
        await sql`insert into break_glass_notice (id, agency_id, from_agency_id, grant_id, at) values (${newId()}, ${told}, ${agencyId}, ${id}, ${at})`.execute(
          trx,
        )
      return { id, ownerAgencyId: child.agencyId, until: until.toISOString() }
    },
    running: async (workerId, childId, at) => {
      const { rows } = await sql`select id, owner_agency_id, expires_at from break_glass_grant
        where agency_id = ${agencyId} and worker_id = ${workerId} and child_id = ${childId} and expires_at > ${at} order by expires_at desc limit 1`.execute(
        trx,
      )
      return rows[0] === undefined ? undefined : grantRow.parse(rows[0])
    },
    notices: ({ state, after, limit }) => {
      const beyond = after ? sql`(n.at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`
      return select(sql`n.state = ${state} and ${beyond}`, limit)
    },
    countNotices: async (state) => {
      const { rows } = await sql`select count(*) as count from break_glass_notice where agency_id = ${agencyId} and state = ${state}`.execute(trx)
      return countRow.parse(rows[0]).count
    },
    notice: async (id) => (await select(sql`n.id = ${id}`, 1))[0],
    acknowledge: async (id, by, at) => {
      const { rows } = await sql`
        update break_glass_notice set state = 'acknowledged', acknowledged_by = ${by.workerId}, acknowledged_name = ${by.name}, acknowledged_at = ${at}
        where agency_id = ${agencyId} and id = ${id} and state = 'open' returning id`.execute(trx)
      return rows.length === 1
    },
  }
}
