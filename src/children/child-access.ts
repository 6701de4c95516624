import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import { CHILD_ACTIONS, type ChildAction, type Attempt, type RecordedDate } from './child-views.ts'

/** Where an actor stands to a child: at the agency that places it, or at another of the partnership (the hub too). */
export const CHILD_PLACES = ['placing-agency', 'partner-agency'] as const
export type ChildPlace = (typeof CHILD_PLACES)[number]

/**
 * Whoever imports sees by the answers what the file says of whom: it takes `read-private` too.
 * `record-decision`: the dates that are a decision of the agency decision maker (ADM); every other date is `record-date`.
 * `break-glass`: open the private record of a partner agency's child in an emergency, for a stated reason.
 * `add`, `import` and `export` are about the agency's list and not about one child.
 */
export const CHILD_PERMISSIONS = [...CHILD_ACTIONS, 'record-decision', 'add', 'import', 'export'] as const
export type ChildPermission = (typeof CHILD_PERMISSIONS)[number]

type Rules = Partial<Record<ChildPermission, readonly ChildPlace[]>>

const BOTH: readonly ChildPlace[] = CHILD_PLACES
const OWN: readonly ChildPlace[] = ['placing-agency']
const PARTNER: readonly ChildPlace[] = ['partner-agency']

/** Deny is the default: silence is no. Reading at the placing agency is the own view, reading elsewhere the shared one. */
const RULES: Readonly<Record<Role, Rules>> = {
  'family-finder': { read: BOTH, 'show-more': BOTH, post: BOTH, 'record-date': OWN, edit: OWN, 'read-private': OWN, add: OWN },
  'practice-manager': {
    read: BOTH,
    'show-more': BOTH,
    post: BOTH,
    'record-date': OWN,
    edit: OWN,
    'read-private': OWN,
    add: OWN,
    import: OWN,
    export: OWN,
    'break-glass': PARTNER,
  },
  'childs-social-worker': { read: OWN, 'show-more': OWN, 'record-date': OWN, edit: OWN, 'read-private': OWN, add: OWN },
  'adopters-social-worker': {},
  'hub-coordinator': { read: PARTNER, 'show-more': PARTNER, post: PARTNER },
  'tracking-panel-chair': { read: BOTH, 'show-more': BOTH },
  'agency-decision-maker': { read: OWN, 'show-more': OWN, 'record-decision': OWN },
  'senior-manager': { read: BOTH, 'show-more': BOTH, 'break-glass': PARTNER },
  'performance-analyst': { read: OWN, 'show-more': OWN, export: OWN },
  'information-governance': {},
  administrator: {},
}

export const mayAt = (roles: readonly Role[], permission: ChildPermission, place: ChildPlace): boolean =>
  roles.some((role) => RULES[role][permission]?.includes(place) ?? false)

export const placeOf = (actor: Actor, placingAgency: AgencyId): ChildPlace => (actor.agencyId === placingAgency ? 'placing-agency' : 'partner-agency')

/** Only roles and places decide here; whether a partner agency shares the child at all decides its shared row. */
export const mayChild = (actor: Actor, permission: ChildPermission, placingAgency: AgencyId): boolean =>
  mayAt(actor.roles, permission, placeOf(actor, placingAgency))

/** The ADM's own decisions: that the child should be placed for adoption, and the match (AAR 2005 reg 19 and 33). */
export const permissionToRecord = (date: RecordedDate): 'record-date' | 'record-decision' =>
  date === 'admDecision' || date === 'matched' ? 'record-decision' : 'record-date'

/** A disruption is a date; a new decision after an ended plan is the ADM's. */
export const permissionToEnd = (endedBy: Attempt['endedBy']): 'record-date' | 'record-decision' => (endedBy === 'disrupted' ? 'record-date' : 'record-decision')

/** What this actor may do next, for the view. A child who is not shared or no longer waits is not posted. */
export const childActions = (actor: Actor, child: { readonly agencyId: AgencyId; readonly isPostable: boolean }): readonly ChildAction[] =>
  CHILD_ACTIONS.filter((action) => {
    if (action === 'record-date') return mayChild(actor, 'record-date', child.agencyId) || mayChild(actor, 'record-decision', child.agencyId)
    return mayChild(actor, action, child.agencyId) && (action !== 'post' || child.isPostable)
  })
