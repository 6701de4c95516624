import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES, type Role } from '../core/actor.ts'
import type { AgencyId, PartnershipId, WorkerId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Transaction } from '../database/transaction.ts'

export interface Agency {
  readonly id: AgencyId
  readonly partnershipId: PartnershipId
  readonly code: string
  readonly name: string
  readonly isHub: boolean
  /** null where the agency has no Microsoft 365 tenant of its own */
  readonly tenantId: string | null
}

/** Agencies of the partnership, and the workers of the agency whose scope is open. */
export interface PeopleStore {
  /** By name. */
  agencies(): Promise<readonly Agency[]>
  /** True when somebody of this agency holds the role on the day. */
  someoneHas(role: Role, on: PlainDate): Promise<boolean>
  /** The worker with this account; made when there is none, and back at work when they had left. */
  worker(agencyId: AgencyId, account: { readonly tenantId: string; readonly objectId: string; readonly name: string }, newWorkerId: WorkerId): Promise<WorkerId>
  grant(agencyId: AgencyId, workerId: WorkerId, role: Role, on: PlainDate): Promise<void>
}

const agencyRow = z
  .strictObject({ id: z.int(), partnership_id: z.int(), code: z.string(), name: z.string(), is_hub: z.boolean(), tenant_id: z.uuid().nullable() })
  .transform((row): Agency => ({
    id: row.id as AgencyId,
    partnershipId: row.partnership_id as PartnershipId,
    code: row.code,
    name: row.name,
    isHub: row.is_hub,
    tenantId: row.tenant_id,
  }))
const workerRow = z.strictObject({ id: z.uuid().transform((id) => id as WorkerId) })
/** Refuses a role that is no role before it is stored. */
const roleName = z.enum(ROLES)

/** Every agency of the one partnership of a register; the table has no secrets and no row-level security. */
export const listAgencies = async (trx: Transaction): Promise<readonly Agency[]> => {
  const found = await sql`select id, partnership_id, code, name, is_hub, tenant_id from agency order by name collate "C"`.execute(trx)
  return found.rows.map((row) => agencyRow.parse(row))
}

export const peopleStore = (trx: Transaction): PeopleStore => ({
  agencies: () => listAgencies(trx),
  someoneHas: async (role, on) => {
    const found = await sql`
      select 1 from worker_role r join worker w on w.agency_id = r.agency_id and w.id = r.worker_id
      where r.role = ${role} and r.granted_on <= ${on} and (r.ended_on is null or r.ended_on > ${on}) and (w.left_on is null or w.left_on > ${on})
      limit 1`.execute(trx)
    return found.rows.length > 0
  },
  worker: async (agencyId, account, newWorkerId) => {
    // somebody who comes back starts with no role: each that was to go on ended on the day they left, and one to come never began
    await sql`
      update worker_role r set ended_on = greatest(r.granted_on, w.left_on) from worker w
      where w.agency_id = r.agency_id and w.id = r.worker_id and w.left_on is not null and (r.ended_on is null or r.ended_on > w.left_on)
        and w.agency_id = ${agencyId} and w.tenant_id = ${account.tenantId}::uuid and w.object_id = ${account.objectId}::uuid`.execute(trx)
    const saved = await sql`
      insert into worker (id, agency_id, tenant_id, object_id, name)
      values (${newWorkerId}, ${agencyId}, ${account.tenantId}::uuid, ${account.objectId}::uuid, ${account.name})
      on conflict (agency_id, tenant_id, object_id) do update set left_on = null, name = excluded.name
      returning id`.execute(trx)
    return workerRow.parse(saved.rows[0]).id
  },
  grant: async (agencyId, workerId, role, on) => {
    await sql`
      insert into worker_role (agency_id, worker_id, role, granted_on) values (${agencyId}, ${workerId}, ${roleName.parse(role)}, ${on})
      on conflict (agency_id, worker_id, role, granted_on) do update set ended_on = null`.execute(trx)
  },
})
