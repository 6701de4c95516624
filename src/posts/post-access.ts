import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'

export const POST_ACTIONS = ['post', 'read-posts'] as const
export type PostAction = (typeof POST_ACTIONS)[number]

/** Where the actor stands to the child: at its placing agency, at a partner agency that may see its shared row, or at the hub. */
export const POST_PLACES = ['own-agency', 'partner-agency', 'hub'] as const
export type PostPlace = (typeof POST_PLACES)[number]

/** Which posts exist for an agency is decided by the store as well: the author's agency and the child's agency see a post, nobody else does. */
const RULES: Partial<Record<Role, Partial<Record<PostAction, readonly PostPlace[]>>>> = {
  'family-finder': { post: ['own-agency', 'partner-agency'], 'read-posts': ['own-agency', 'partner-agency'] },
  'practice-manager': { post: ['own-agency', 'partner-agency'], 'read-posts': ['own-agency', 'partner-agency'] },
  'hub-coordinator': { post: ['hub'], 'read-posts': ['hub'] },
  'childs-social-worker': { 'read-posts': ['own-agency'] },
  'tracking-panel-chair': { 'read-posts': ['own-agency', 'partner-agency'] },
  'agency-decision-maker': { 'read-posts': ['own-agency'] },
  'senior-manager': { 'read-posts': ['own-agency', 'partner-agency'] },
  'performance-analyst': { 'read-posts': ['own-agency'] },
}

const isAt = (actor: Actor, place: PostPlace, childAgencyId: AgencyId): boolean => {
  switch (place) {
    case 'own-agency':
      return actor.agencyId === childAgencyId
    case 'partner-agency':
      return actor.agencyId !== childAgencyId && !actor.isHub
    case 'hub':
      return actor.agencyId !== childAgencyId && actor.isHub
  }
}

const placesOf = (actor: Actor, action: PostAction): readonly PostPlace[] => actor.roles.flatMap((role) => RULES[role]?.[action] ?? [])

/** Deny is the default: an action is allowed only where RULES lists the actor's place. */
export const may = (actor: Actor, action: PostAction, childAgencyId: AgencyId): boolean =>
  placesOf(actor, action).some((place) => isAt(actor, place, childAgencyId))

/** Asked before any child is looked up, so that the answer to the wrong role is the same for every reference. */
export const mayAnywhere = (actor: Actor, action: PostAction): boolean => placesOf(actor, action).length > 0
