import { ROLES, type Actor, type Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import { AUDIT_ACTIONS, type AuditAction } from './audit-kinds.ts'

/** Whose actor or record a line of the audit is about; row-level security lets an agency read the lines of which it is either. */
export const AUDIT_PLACES = ['own-agency', 'other-agency'] as const
export type AuditPlace = (typeof AUDIT_PLACES)[number]

const OWN: readonly AuditPlace[] = ['own-agency']

/**
 * Deny is the default: silence is no. Who administers gives roles, and does not look at what is done with them; but is told, as managers
 * are, when somebody reads unusually much or opens a record in an emergency (`oversee`), so that such a word about one of them reaches another.
 */
const RULES: Partial<Record<Role, Partial<Record<AuditAction, readonly AuditPlace[]>>>> = {
  'practice-manager': { search: OWN, export: OWN, oversee: OWN },
  'senior-manager': { oversee: OWN },
  'information-governance': { search: OWN, export: OWN, oversee: OWN },
  administrator: { oversee: OWN },
}

export const mayAudit = (actor: Pick<Actor, 'roles' | 'agencyId'>, action: AuditAction, agencyId: AgencyId): boolean => {
  const place: AuditPlace = actor.agencyId === agencyId ? 'own-agency' : 'other-agency'
  return actor.roles.some((role) => RULES[role]?.[action]?.includes(place) ?? false)
}

/** What this actor may do with the audit of the own agency. */
export const auditActions = (actor: Pick<Actor, 'roles' | 'agencyId'>): readonly AuditAction[] =>
  AUDIT_ACTIONS.filter((action) => mayAudit(actor, action, actor.agencyId))

/** Who may do so in the own agency. */
export const rolesThat = (action: AuditAction): readonly Role[] => ROLES.filter((role) => RULES[role]?.[action] !== undefined)
