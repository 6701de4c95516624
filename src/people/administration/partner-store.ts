import { sql } from 'kysely'
import * as z from 'zod'
import { newId, type AgencyId, type WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyOf } from '../../database/write-audit.ts'
import { SHARES_FROM } from './administration-contract.ts'

export type SharesFrom = (typeof SHARES_FROM)[number]

export interface PartnerAgency {
  readonly id: AgencyId
  readonly code: string
  readonly name: string
  readonly isHub: boolean
  readonly tenantId: string | null
  /** the name of the agency whose people serve it */
  readonly servedBy: string | null
  readonly sharesFrom: SharesFrom
}
export interface SharingChange {
  readonly at: Date
  readonly by: string
  readonly was: SharesFrom
  readonly became: SharesFrom
  readonly reason: string
}

/** The agencies of the partnership, and from when one's own lets partners read. */
export interface PartnerStore {
  /** By name, one's own first. */
  list(): Promise<readonly PartnerAgency[]>
  /** The names of those who administer one's own agency on the day. */
  administrators(on: PlainDate): Promise<readonly string[]>
  /** Of one's own agency, the ten newest. */
  sharingChanges(): Promise<readonly SharingChange[]>
  /** False when it is not `was` (any more). */
  changeSharing(change: Omit<SharingChange, 'by'> & { readonly workerId: WorkerId }): Promise<boolean>
}

const sharesFrom = z.enum(SHARES_FROM)
const agencyRow = z
  .strictObject({
    id: z.int().transform((id) => id as AgencyId),
    code: z.string(),
    name: z.string(),
    is_hub: z.boolean(),
    tenant_id: z.uuid().nullable(),
    served_by: z.string().nullable(),
    shares_from: sharesFrom,
  })
  .transform(({ is_hub, tenant_id, served_by, shares_from, ...row }): PartnerAgency => ({
    ...row,
    isHub: is_hub,
    tenantId: tenant_id,
    servedBy: served_by,
    sharesFrom: shares_from,
  }))
const nameRow = z.strictObject({ name: z.string() })
const changeRow = z.strictObject({ at: z.date(), by: z.string(), was: sharesFrom, became: sharesFrom, reason: z.string() })

export const partnerStore = (trx: Transaction, whose: Who): PartnerStore => {
  const agencyId = agencyOf(whose)
  return {
    list: async () => {
      const { rows } = await sql`
      select a.id, a.code, a.name, a.is_hub, a.tenant_id, host.name as served_by, a.shares_from
      from agency a left join agency host on host.id = a.served_by
      where a.partnership_id = (select own.partnership_id from agency own where own.id = ${agencyId})
      order by a.id <> ${agencyId}, a.name collate "C"`.execute(trx)
      return rows.map((row) => agencyRow.parse(row))
    },
    administrators: async (on) => {
      const { rows } = await sql`
      select distinct w.name collate "C" as name from worker_role r join worker w on w.agency_id = r.agency_id and w.id = r.worker_id
      where r.agency_id = ${agencyId} and r.role = 'administrator' and r.granted_on <= ${on} and (r.ended_on is null or r.ended_on > ${on})
        and (w.left_on is null or w.left_on > ${on}) order by 1`.execute(trx)
      return rows.map((row) => nameRow.parse(row).name)
    },
    sharingChanges: async () => {
      const { rows } = await sql`
      select c.at, w.name as by, c.was, c.became, c.reason from sharing_change c join worker w on w.id = c.worker_id
      where c.agency_id = ${agencyId} order by c.at desc, c.id desc limit 10`.execute(trx)
      return rows.map((row) => changeRow.parse(row))
    },
    changeSharing: async ({ at, workerId, was, became, reason }) => {
      const { numAffectedRows } = await sql`update agency set shares_from = ${became} where id = ${agencyId} and shares_from = ${was}`.execute(trx)
      if (numAffectedRows !== 1n) return false
      await sql`insert into sharing_change (id, agency_id, at, worker_id, was, became, reason)
      values (${newId()}, ${agencyId}, ${at}, ${workerId}, ${was}, ${became}, ${reason})`.execute(trx)
      return true
    },
  }
}
