import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { RecordAction } from './retention-kinds.ts'

/** `list` goes for a look at one record too; `export-person` is about a colleague, all others about a child. */
export const RETENTION_PERMISSIONS = ['list', 'export', 'confirm-filed', 'hold', 'purge', 'export-person'] as const satisfies readonly (
  'list' | 'export-person' | RecordAction
)[]
export type RetentionPermission = (typeof RETENTION_PERMISSIONS)[number]

/** Whose record it is. No agency keeps or removes another's, the hub none at all. */
export const RETENTION_PLACES = ['own-agency', 'other-agency'] as const
export type RetentionPlace = (typeof RETENTION_PLACES)[number]

type Rules = Partial<Record<RetentionPermission, readonly RetentionPlace[]>>

const OWN: readonly RetentionPlace[] = ['own-agency']
const ALL: Rules = { list: OWN, export: OWN, 'confirm-filed': OWN, hold: OWN, purge: OWN }

/**
 * Deny is the default: silence is no. Who answers for the cases and who answers for the information do this, and for one purge it
 * takes two of them (why-not-purged.ts). Who administers gives roles and opens no child’s record.
 */
const RULES: Partial<Record<Role, Rules>> = {
  'practice-manager': ALL,
  'information-governance': { ...ALL, 'export-person': OWN },
}

export const mayRetain = (actor: Pick<Actor, 'roles' | 'agencyId'>, permission: RetentionPermission, agencyId: AgencyId): boolean => {
  const place: RetentionPlace = actor.agencyId === agencyId ? 'own-agency' : 'other-agency'
  return actor.roles.some((role) => RULES[role]?.[permission]?.includes(place) ?? false)
}
