import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyOf } from '../../database/write-audit.ts'
import type { Membership, RoleHeld } from '../people.ts'
import type { StandingAdministrator } from './role-changes.ts'

/** Somebody who works or worked for the agency whose scope is open. */
export interface Worker extends Membership {
  readonly id: WorkerId
  readonly name: string
  /** the agency whose Microsoft 365 tenant has the account */
  readonly organisation: string
  readonly objectId: string
}

export interface WorkersAsked {
  readonly standing: 'at-work' | 'left' | 'all'
  /** a part of the name, in any letter case */
  readonly search?: string
  readonly after?: WorkerPosition
  readonly limit: number
  readonly today: PlainDate
}
export interface WorkerPosition {
  readonly name: string
  readonly id: string
}

/** The workers of one agency and their roles. */
export interface WorkerStore {
  /** Makes changes of the agency's people wait for each other until the end of the transaction. */
  lock(): Promise<void>
  /** By name; `total` counts all that fit, on whatever page. */
  list(asked: WorkersAsked): Promise<{ readonly items: readonly Worker[]; readonly total: number }>
  byId(id: WorkerId): Promise<Worker | undefined>
  byAccount(account: { readonly tenantId: string; readonly objectId: string }): Promise<Worker | undefined>
  standingAdministrators(): Promise<readonly StandingAdministrator[]>
  saveRole(id: WorkerId, held: RoleHeld): Promise<void>
  saveLeaving(id: WorkerId, on: PlainDate): Promise<void>
}

const plainDate = z.iso.date().transform((date) => date as PlainDate)
const workerId = z.uuid().transform((id) => id as WorkerId)

const workerRow = z
  .strictObject({
    id: workerId,
    name: z.string(),
    organisation: z.string(),
    object_id: z.uuid(),
    left_on: plainDate.nullable(),
    roles: z.array(z.strictObject({ role: z.enum(ROLES), granted_on: plainDate, ended_on: plainDate.nullable() })),
  })
  .transform((row): Worker => ({
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    objectId: row.object_id,
    leftOn: row.left_on,
    roles: row.roles.map(({ role, granted_on, ended_on }) => ({ role, grantedOn: granted_on, endedOn: ended_on })),
  }))
const countRow = z.strictObject({ total: z.int() })
const administratorRow = z
  .strictObject({ worker_id: workerId, granted_on: plainDate })
  .transform((row): StandingAdministrator => ({ workerId: row.worker_id, grantedOn: row.granted_on }))

const columns = sql`w.id, w.name, coalesce(home.name, '') as organisation, w.object_id, w.left_on, coalesce((
    select json_agg(json_build_object('role', r.role, 'granted_on', r.granted_on, 'ended_on', r.ended_on) order by r.granted_on, r.role)
    from worker_role r where r.agency_id = w.agency_id and r.worker_id = w.id), '[]'::json) as roles`
const source = sql`worker w left join agency home on home.tenant_id = w.tenant_id`
/** As names are looked up: without regard to letter case, and in the same order on every engine. */
const sortKey = sql`lower(w.name) collate "C"`

const standingIs = ({ standing, today }: WorkersAsked) => {
  if (standing === 'all') return sql`true`
  return standing === 'left' ? sql`w.left_on <= ${today}` : sql`(w.left_on is null or w.left_on > ${today})`
}

export const workerStore = (trx: Transaction, whose: Who): WorkerStore => {
  const agencyId = agencyOf(whose)
  const one = async (where: ReturnType<typeof sql>): Promise<Worker | undefined> => {
    const { rows } = await sql`select ${columns} from ${source} where w.agency_id = ${agencyId} and ${where}`.execute(trx)
    return rows[0] === undefined ? undefined : workerRow.parse(rows[0])
  }
  return {
    lock: async () => {
      // keeps nobody from writing rows that only point to the agency
      await sql`select from agency where id = ${agencyId} for no key update`.execute(trx)
    },
    list: async (asked) => {
      const { search, after, limit } = asked
      const fits = sql`w.agency_id = ${agencyId} and ${standingIs(asked)}
        ${search === undefined ? sql`` : sql`and strpos(lower(w.name), lower(${search}::text)) > 0`}`
      const next = after === undefined ? sql`` : sql`and (${sortKey}, w.id) > (lower(${after.name}::text) collate "C", ${after.id}::uuid)`
      const { rows } = await sql`select ${columns} from ${source} where ${fits} ${next} order by ${sortKey}, w.id limit ${limit}`.execute(trx)
      const counted = await sql`select count(*) as total from worker w where ${fits}`.execute(trx)
      return { items: rows.map((row) => workerRow.parse(row)), total: countRow.parse(counted.rows[0]).total }
    },
    byId: (id) => one(sql`w.id = ${id}`),
    byAccount: ({ tenantId, objectId }) => one(sql`w.tenant_id = ${tenantId}::uuid and w.object_id = ${objectId}::uuid`),
    standingAdministrators: async () => {
      const { rows } = await sql`
        select r.worker_id, min(r.granted_on) as granted_on from worker_role r join worker w on w.agency_id = r.agency_id and w.id = r.worker_id
        where r.agency_id = ${agencyId} and r.role = 'administrator' and r.ended_on is null and w.left_on is null group by r.worker_id`.execute(trx)
      return rows.map((row) => administratorRow.parse(row))
    },
    saveRole: async (id, { role, grantedOn, endedOn }) => {
      await sql`
        insert into worker_role (agency_id, worker_id, role, granted_on, ended_on) values (${agencyId}, ${id}, ${role}, ${grantedOn}, ${endedOn})
        on conflict (agency_id, worker_id, role, granted_on) do update set ended_on = excluded.ended_on`.execute(trx)
    },
    saveLeaving: async (id, on) => {
      await sql`update worker set left_on = ${on} where agency_id = ${agencyId} and id = ${id}`.execute(trx)
    },
  }
}
