import type { Actor, Role } from '../../../core/actor.ts'
import type { AgencyId } from '../../../core/ids.ts'

/** `write`: check, submit and confirm one's own text. `override`: let somebody else's stopped text go, with a reason. */
export const TEXT_ACTIONS = ['write', 'override'] as const
export type TextAction = (typeof TEXT_ACTIONS)[number]

/** Whom the text is about: a child whom the actor's agency places, one whom another agency shares, or no child. */
export const TEXT_PLACES = ['placing-agency', 'partner-agency', 'no-child'] as const
export type TextPlace = (typeof TEXT_PLACES)[number]

const EVERYWHERE: readonly TextPlace[] = TEXT_PLACES

/** Deny is the default: silence is no. A text about a child is written by who may read of the child. */
const RULES: Partial<Record<Role, Partial<Record<TextAction, readonly TextPlace[]>>>> = {
  'family-finder': { write: EVERYWHERE },
  'practice-manager': { write: EVERYWHERE, override: EVERYWHERE },
  'childs-social-worker': { write: ['placing-agency', 'no-child'] },
  'adopters-social-worker': { write: ['no-child'] },
  'hub-coordinator': { write: ['partner-agency', 'no-child'] },
  'tracking-panel-chair': { write: EVERYWHERE },
  'agency-decision-maker': { write: ['placing-agency', 'no-child'] },
  'senior-manager': { write: EVERYWHERE, override: EVERYWHERE },
}

type Asking = Pick<Actor, 'roles' | 'agencyId'>
const placesOf = ({ roles }: Pick<Actor, 'roles'>, action: TextAction): readonly TextPlace[] => roles.flatMap((role) => RULES[role]?.[action] ?? [])

export const mayTextsAnywhere = (actor: Pick<Actor, 'roles'>, action: TextAction): boolean => placesOf(actor, action).length > 0

/** Asked before any child is looked up, so that the answer to the wrong role is the same for every reference. */
export const mayTextsOfChildren = (actor: Pick<Actor, 'roles'>, action: TextAction): boolean => placesOf(actor, action).some((place) => place !== 'no-child')

/** @param placingAgency of the child whom the text is about; null for a text about no child */
export const mayText = (actor: Asking, action: TextAction, placingAgency: AgencyId | null): boolean => {
  const place: TextPlace = placingAgency === null ? 'no-child' : actor.agencyId === placingAgency ? 'placing-agency' : 'partner-agency'
  return placesOf(actor, action).includes(place)
}
