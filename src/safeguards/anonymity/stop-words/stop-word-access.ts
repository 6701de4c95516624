import type { Actor, Role } from '../../../core/actor.ts'
import type { AgencyId } from '../../../core/ids.ts'

export const STOP_WORD_ACTIONS = ['add', 'count', 'remove'] as const
export type StopWordAction = (typeof STOP_WORD_ACTIONS)[number]

/** At the agency that places the child, or at another of the partnership. */
export const STOP_WORD_PLACES = ['placing-agency', 'partner-agency'] as const
type Place = (typeof STOP_WORD_PLACES)[number]

const OWN: readonly Place[] = ['placing-agency']
const ALL = { add: OWN, count: OWN, remove: OWN }

/** Deny is the default: silence is no. Who knows the child's private details may say what must not be written. */
const RULES: Partial<Record<Role, Partial<Record<StopWordAction, readonly Place[]>>>> = {
  'family-finder': ALL,
  'practice-manager': ALL,
  'childs-social-worker': ALL,
}

export const mayStopWordsAnywhere = (actor: Pick<Actor, 'roles'>, action: StopWordAction): boolean =>
  actor.roles.some((role) => (RULES[role]?.[action]?.length ?? 0) > 0)

export const mayStopWords = (actor: Pick<Actor, 'roles' | 'agencyId'>, action: StopWordAction, placingAgency: AgencyId): boolean => {
  const place: Place = actor.agencyId === placingAgency ? 'placing-agency' : 'partner-agency'
  return actor.roles.some((role) => RULES[role]?.[action]?.includes(place) ?? false)
}
