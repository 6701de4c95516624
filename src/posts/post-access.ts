import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'

export const POST_ACTIONS = ['post', 'read-posts'] as const
export type PostAction = (typeof POST_ACTIONS)[number]

/** Where the actor stands to the child: at the agency that places it, or at another of the partnership that sees its shared row (the hub too). */
export const POST_PLACES = ['placing-agency', 'partner-agency'] as const
export type PostPlace = (typeof POST_PLACES)[number]

/** Which posts exist for an agency is decided by the store as well: the author's agency and the child's agency see a post, nobody else does. */
const RULES: Partial<Record<Role, Partial<Record<PostAction, readonly PostPlace[]>>>> = {
  'family-finder': { post: ['placing-agency', 'partner-agency'], 'read-posts': ['placing-agency', 'partner-agency'] },
  'practice-manager': { post: ['placing-agency', 'partner-agency'], 'read-posts': ['placing-agency', 'partner-agency'] },
  'hub-coordinator': { post: ['partner-agency'], 'read-posts': ['partner-agency'] },
  'childs-social-worker': { 'read-posts': ['placing-agency'] },
  'tracking-panel-chair': { 'read-posts': ['placing-agency', 'partner-agency'] },
  'agency-decision-maker': { 'read-posts': ['placing-agency'] },
  'senior-manager': { 'read-posts': ['placing-agency', 'partner-agency'] },
  'performance-analyst': { 'read-posts': ['placing-agency'] },
}

const placeOf = (actor: Actor, placingAgency: AgencyId): PostPlace => (actor.agencyId === placingAgency ? 'placing-agency' : 'partner-agency')

const placesOf = (actor: Actor, action: PostAction): readonly PostPlace[] => actor.roles.flatMap((role) => RULES[role]?.[action] ?? [])

/** Deny is the default: an action is allowed only where RULES lists the actor's place. */
export const may = (actor: Actor, action: PostAction, placingAgency: AgencyId): boolean => placesOf(actor, action).includes(placeOf(actor, placingAgency))

/** Asked before any child is looked up, so that the answer to the wrong role is the same for every reference. */
export const mayAnywhere = (actor: Actor, action: PostAction): boolean => placesOf(actor, action).length > 0
