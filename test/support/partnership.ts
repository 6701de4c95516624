import { sql } from 'kysely'
import type { Actor, Role } from '../../src/core/actor.ts'
import { newId, type AgencyId, type PartnershipId, type WorkerId } from '../../src/core/ids.ts'
import type { Database } from '../../src/database/database.ts'

const agency = (id: number, code: string, name: string, tenantId: string | null, more: { servedBy?: number; isHub?: boolean } = {}) => ({
  id: id as AgencyId,
  code,
  name,
  tenantId,
  servedBy: (more.servedBy ?? null) as AgencyId | null,
  isHub: more.isHub ?? false,
})

/** The region of the tests; Rutland and the hub have no tenant of their own, and Lincolnshire's people serve them. */
export const AGENCIES = {
  LEICS: agency(1, 'LEICS', 'Leicestershire County Council', '11111111-1111-4111-8111-111111111111'),
  CITY: agency(2, 'CITY', 'Leicester City Council', '22222222-2222-4222-8222-222222222222'),
  LINCS: agency(3, 'LINCS', 'Lincolnshire County Council', '33333333-3333-4333-8333-333333333333'),
  NLINCS: agency(4, 'NLINCS', 'North Lincolnshire Council', '44444444-4444-4444-8444-444444444444'),
  NCT: agency(5, 'NCT', "Northamptonshire Children's Trust", '55555555-5555-4555-8555-555555555555'),
  RUTLAND: agency(6, 'RUTLAND', 'Rutland County Council', null, { servedBy: 3 }),
  HUB: agency(7, 'HUB', 'Family Adoption Links', null, { servedBy: 3, isHub: true }),
} as const
export type AgencyCode = keyof typeof AGENCIES

export const PARTNERSHIP = 1 as PartnershipId

/** The partnership and its seven agencies, in an empty register. */
export const seedPartnership = (database: Database, kind: 'demo' | 'live' = 'demo'): Promise<void> =>
  database.asOwner(async (trx) => {
    await sql`insert into partnership (id, name, kind, key_check) values (${PARTNERSHIP}, 'Family Adoption Links', ${kind}, '')`.execute(trx)
    for (const { id, code, name, tenantId, servedBy, isHub } of Object.values(AGENCIES))
      await sql`insert into agency (id, partnership_id, code, name, tenant_id, served_by, is_hub, mailbox)
        values (${id}, ${PARTNERSHIP}, ${code}, ${name}, ${tenantId}, ${servedBy}, ${isHub}, ${`family-finding@${code.toLowerCase()}.example`})`.execute(trx)
  })

export interface WorkerTraits {
  readonly agency?: AgencyCode
  readonly roles?: readonly Role[]
  readonly name?: string
  /** the person's own object id, for somebody who works for several agencies */
  readonly objectId?: string
  readonly tenantId?: string
  /** plain dates */
  readonly grantedOn?: string
  readonly leftOn?: string
}

/** Somebody at work for an agency, with a worker row and its roles: a family finder of Leicestershire unless told otherwise. */
export const aWorker = async (database: Database, traits: WorkerTraits = {}): Promise<Actor> => {
  const { id, code, name, tenantId, servedBy, isHub } = AGENCIES[traits.agency ?? 'LEICS']
  const host = Object.values(AGENCIES).find((one) => one.id === servedBy)
  const actor: Actor = {
    workerId: newId<WorkerId>(),
    name: traits.name ?? 'Ffion Reed',
    tenantId: traits.tenantId ?? tenantId ?? host?.tenantId ?? '',
    objectId: traits.objectId ?? crypto.randomUUID(),
    agencyId: id,
    agencyCode: code,
    agencyName: name,
    partnershipId: PARTNERSHIP,
    isHub,
    roles: traits.roles ?? ['family-finder'],
  }
  await database.inAgency(id, PARTNERSHIP, async (trx) => {
    await sql`insert into worker (id, agency_id, tenant_id, object_id, name, left_on)
      values (${actor.workerId}, ${id}, ${actor.tenantId}, ${actor.objectId}, ${actor.name}, ${traits.leftOn ?? null})`.execute(trx)
    for (const role of actor.roles)
      await sql`insert into worker_role (agency_id, worker_id, role, granted_on)
        values (${id}, ${actor.workerId}, ${role}, ${traits.grantedOn ?? '2026-01-05'})`.execute(trx)
  })
  return actor
}
