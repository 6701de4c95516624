import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '../../src/core/actor.ts'
import { newId, type WorkerId } from '../../src/core/ids.ts'
import { AGENCIES, PARTNERSHIP, type AgencyCode } from './partnership.ts'

/** Somebody at work, for rules that need no register: a family finder of Leicestershire unless told otherwise. */
export const anActor = (traits: { readonly agency?: AgencyCode; readonly roles?: readonly Role[]; readonly name?: string } = {}): Actor => {
  const { id, code, name, tenantId, servedBy, isHub } = AGENCIES[traits.agency ?? 'LEICS']
  const host = Object.values(AGENCIES).find((agency) => agency.id === servedBy)
  return {
    workerId: newId<WorkerId>(),
    name: traits.name ?? 'Ffion Reed',
    tenantId: tenantId ?? host?.tenantId ?? '',
    objectId: randomUUID(),
    agencyId: id,
    agencyCode: code,
    agencyName: name,
    partnershipId: PARTNERSHIP,
    isHub,
    roles: traits.roles ?? ['family-finder'],
  }
}
