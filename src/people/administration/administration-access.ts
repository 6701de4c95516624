import type { Actor, Role } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'

export const ADMINISTRATION_ACTIONS = ['read-case-workers', 'read-people', 'change-people', 'read-partners', 'change-sharing'] as const
export type AdministrationAction = (typeof ADMINISTRATION_ACTIONS)[number]

/** Whose people and rules they are: every agency administers itself, the hub too. */
export const ADMINISTRATION_PLACES = ['own-agency', 'other-agency'] as const
export type AdministrationPlace = (typeof ADMINISTRATION_PLACES)[number]

type Rules = Partial<Record<AdministrationAction, readonly AdministrationPlace[]>>

const OWN: readonly AdministrationPlace[] = ['own-agency']
/** That an agency takes part is known to every other one; what else is read of it is decided field by field in read-partners.ts. */
const LOOKS: Rules = { 'read-people': OWN, 'read-partners': ['own-agency', 'other-agency'] }

/** Deny is the default: silence is no. The parts of the page (people-access.ts) are opened by the same roles. */
const RULES: Partial<Record<Role, Rules>> = {
  'family-finder': { 'read-case-workers': OWN },
  'childs-social-worker': { 'read-case-workers': OWN },
  'practice-manager': { ...LOOKS, 'read-case-workers': OWN },
  'senior-manager': LOOKS,
  'information-governance': LOOKS,
  administrator: { ...LOOKS, 'change-people': OWN, 'change-sharing': OWN },
}

export const mayAdminister = (actor: Pick<Actor, 'roles' | 'agencyId'>, action: AdministrationAction, agencyId: AgencyId): boolean => {
  const place: AdministrationPlace = actor.agencyId === agencyId ? 'own-agency' : 'other-agency'
  return actor.roles.some((role) => RULES[role]?.[action]?.includes(place) ?? false)
}
