import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import { childrenOf, type PostSubject } from './post.ts'

export const POST_ACTIONS = ['post', 'read-posts', 'withdraw', 'review'] as const
export type PostAction = (typeof POST_ACTIONS)[number]

/** Where the actor stands to the child: at the agency that places it, or at another of the partnership that sees its shared row (the hub too). */
export const POST_PLACES = ['placing-agency', 'partner-agency'] as const
export type PostPlace = (typeof POST_PLACES)[number]

/** Which posts exist for an agency is decided by the store as well: the author's agency and the child's agency see a post, nobody else does. */
const BOTH = ['placing-agency', 'partner-agency'] as const
const RULES: Partial<Record<Role, Partial<Record<PostAction, readonly PostPlace[]>>>> = {
  'family-finder': { post: BOTH, 'read-posts': BOTH, withdraw: BOTH, review: BOTH },
  'practice-manager': { post: BOTH, 'read-posts': BOTH, withdraw: BOTH, review: BOTH },
  'hub-coordinator': { post: ['partner-agency'], 'read-posts': ['partner-agency'], withdraw: ['partner-agency'], review: ['partner-agency'] },
  'childs-social-worker': { 'read-posts': ['placing-agency'], withdraw: ['placing-agency'] },
  'tracking-panel-chair': { 'read-posts': BOTH, review: BOTH },
  'agency-decision-maker': { 'read-posts': ['placing-agency'] },
  'senior-manager': { 'read-posts': BOTH, withdraw: BOTH },
  'performance-analyst': { 'read-posts': ['placing-agency'] },
}

const placeOf = (actor: Actor, placingAgency: AgencyId): PostPlace => (actor.agencyId === placingAgency ? 'placing-agency' : 'partner-agency')

const placesOf = (actor: Actor, action: PostAction): readonly PostPlace[] => actor.roles.flatMap((role) => RULES[role]?.[action] ?? [])

/** Deny is the default: an action is allowed only where RULES lists the actor's place. */
export const may = (actor: Actor, action: PostAction, placingAgency: AgencyId): boolean => placesOf(actor, action).includes(placeOf(actor, placingAgency))

/** Asked before any child is looked up, so that the answer to the wrong role is the same for every reference. */
export const mayAnywhere = (actor: Actor, action: PostAction): boolean => placesOf(actor, action).length > 0

/** Whose children's posts somebody may read: those of the own agency, whoever posted them; those of partners that the own agency posted. */
export interface PostSeen {
  readonly own: boolean
  readonly partners: boolean
}
export const seenBy = (actor: Actor): PostSeen => {
  const places = placesOf(actor, 'read-posts')
  return { own: places.includes('placing-agency'), partners: places.includes('partner-agency') }
}

/**
 * A post is taken back by the agency that wrote it, and by the agency of any child on it: a card that does harm must not wait for
 * somebody else's office hours.
 */
export const mayWithdraw = (actor: Actor, post: { readonly agencyId: AgencyId; readonly subject: PostSubject }): boolean => {
  const children = childrenOf(post)
  const isOurs = actor.agencyId === post.agencyId || children.some(({ agencyId }) => agencyId === actor.agencyId)
  return isOurs && children.some(({ agencyId }) => may(actor, 'withdraw', agencyId))
}
