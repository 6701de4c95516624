import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'

export const AUDIT_ACTIONS = ['search'] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Whose actor or record a line of the audit is about; row-level security lets an agency read the lines of which it is either. */
export const AUDIT_PLACES = ['own-agency', 'other-agency'] as const
export type AuditPlace = (typeof AUDIT_PLACES)[number]

/** Deny is the default: silence is no. Who administers gives roles, and does not look at what is done with them. */
const RULES: Partial<Record<Role, Partial<Record<AuditAction, readonly AuditPlace[]>>>> = {
  'practice-manager': { search: ['own-agency'] },
  'information-governance': { search: ['own-agency'] },
}

export const mayAudit = (actor: Pick<Actor, 'roles' | 'agencyId'>, action: AuditAction, agencyId: AgencyId): boolean => {
  const place: AuditPlace = actor.agencyId === agencyId ? 'own-agency' : 'other-agency'
  return actor.roles.some((role) => RULES[role]?.[action]?.includes(place) ?? false)
}
