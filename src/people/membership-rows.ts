import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES, type Actor } from '../core/actor.ts'
import type { AgencyId, PartnershipId, WorkerId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Identity } from './identity.ts'
import type { Membership, RoleHeld } from './people.ts'

const plainDate = z.iso.date().transform((date) => date as PlainDate)

const row = z.strictObject({
  home_name: z.string(),
  worker: z
    .strictObject({
      id: z.uuid().transform((id) => id as WorkerId),
      name: z.string(),
      left_on: plainDate.nullable(),
      chosen_at: z.string().nullable(),
      agency_id: z.int().transform((id) => id as AgencyId),
      agency_code: z.string(),
      agency_name: z.string(),
      is_hub: z.boolean(),
      partnership_id: z.int().transform((id) => id as PartnershipId),
      roles: z.array(
        z
          .strictObject({ role: z.enum(ROLES), granted_on: plainDate, ended_on: plainDate.nullable() })
          .transform(({ role, granted_on, ended_on }): RoleHeld => ({ role, grantedOn: granted_on, endedOn: ended_on })),
      ),
    })
    .nullable(),
})

/** A membership of the person who asks, with everything that an actor of it would need but the roles of the day. */
export interface OwnMembership extends Membership {
  readonly actor: Omit<Actor, 'roles'>
  /** when the person chose to work for this agency; compares as a string */
  readonly chosenAt: string | null
}

/** What the register knows of an identity: the agency that has the tenant, and every agency that the person works or worked for. */
export interface KnownPerson {
  readonly homeAgencyName: string
  readonly memberships: readonly OwnMembership[]
}

/** One statement, because every turn and every request begins with it. Undefined when no agency has the tenant. */
export const findPerson = async (trx: Transaction, identity: Identity): Promise<KnownPerson | undefined> => {
  const found = await sql`
    select home.name as home_name,
      case when w.id is null then null else json_build_object(
        'id', w.id, 'name', w.name, 'left_on', w.left_on, 'chosen_at', to_char(w.chosen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        'agency_id', a.id, 'agency_code', a.code, 'agency_name', a.name, 'is_hub', a.is_hub, 'partnership_id', a.partnership_id,
        'roles', coalesce((
          select json_agg(json_build_object('role', r.role, 'granted_on', r.granted_on, 'ended_on', r.ended_on) order by r.granted_on, r.role)
          from worker_role r where r.agency_id = w.agency_id and r.worker_id = w.id), '[]'::json)) end as worker
    from agency home
    left join worker w on w.tenant_id = home.tenant_id and w.object_id = ${identity.objectId}::uuid
    left join agency a on a.id = w.agency_id
    where home.tenant_id = ${identity.tenantId}::uuid
    order by a.id`.execute(trx)
  const rows = found.rows.map((each) => row.parse(each))
  const [first] = rows
  if (first === undefined) return undefined
  return { homeAgencyName: first.home_name, memberships: rows.flatMap(({ worker }) => (worker === null ? [] : [membershipOf(worker, identity)])) }
}

const membershipOf = (worker: NonNullable<z.output<typeof row>['worker']>, identity: Identity): OwnMembership => ({
  leftOn: worker.left_on,
  roles: worker.roles,
  chosenAt: worker.chosen_at,
  actor: {
    workerId: worker.id,
    name: worker.name,
    tenantId: identity.tenantId,
    objectId: identity.objectId,
    agencyId: worker.agency_id,
    agencyCode: worker.agency_code,
    agencyName: worker.agency_name,
    partnershipId: worker.partnership_id,
    isHub: worker.is_hub,
  },
})
