import type { Actor, Role } from '../core/actor.ts'
import { sectionsOf } from '../people/people-access.ts'

export const SETTING_ACTIONS = ['read', 'change'] as const
export type SettingAction = (typeof SETTING_ACTIONS)[number]

/** Who decides how an agency works. Settings are the actor's own agency's only: no route and no scope reaches another's. */
const CHANGES: Readonly<Record<Role, boolean>> = {
  'family-finder': false,
  'practice-manager': true,
  'childs-social-worker': false,
  'adopters-social-worker': false,
  'hub-coordinator': false,
  'tracking-panel-chair': false,
  'agency-decision-maker': false,
  'senior-manager': false,
  'performance-analyst': false,
  'information-governance': false,
  administrator: true,
}

/** Who opens the section of that name reads; of them, CHANGES says who changes. */
export const maySetting = (actor: Pick<Actor, 'roles'>, action: SettingAction): boolean =>
  sectionsOf(actor).includes('settings') && (action === 'read' || actor.roles.some((role) => CHANGES[role]))
