import type { AgencyId, PartnershipId, WorkerId } from './ids.ts'

/** The roles of the people who use the app. A role is held in one agency. */
export const ROLES = [
  'family-finder',
  'practice-manager',
  'childs-social-worker',
  'adopters-social-worker',
  'hub-coordinator',
  'tracking-panel-chair',
  'agency-decision-maker',
  'senior-manager',
  'performance-analyst',
  'information-governance',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** Somebody at work for one agency: a worker's membership, found from tenant id + object id and never from a payload. */
export interface Actor {
  readonly workerId: WorkerId
  readonly name: string
  readonly tenantId: string
  readonly objectId: string
  readonly agencyId: AgencyId
  readonly agencyCode: string
  readonly agencyName: string
  readonly partnershipId: PartnershipId
  readonly isHub: boolean
  readonly roles: readonly Role[]
}
