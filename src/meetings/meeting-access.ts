import type { Actor, Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'

export const MEETING_ACTIONS = ['read', 'schedule'] as const
export type MeetingAction = (typeof MEETING_ACTIONS)[number]

/** Whose meeting it is. Silence is no; each agency's meetings are its own, the hub's included. */
export const MEETING_PLACES = ['own-agency', 'other-agency'] as const
export type MeetingPlace = (typeof MEETING_PLACES)[number]

/** Who runs the meetings may schedule them; who attends may see when they are (and the join link). */
const RULES: Partial<Record<Role, Partial<Record<MeetingAction, readonly MeetingPlace[]>>>> = {
  'family-finder': { read: ['own-agency'], schedule: ['own-agency'] },
  'practice-manager': { read: ['own-agency'], schedule: ['own-agency'] },
  'hub-coordinator': { read: ['own-agency'], schedule: ['own-agency'] },
  'childs-social-worker': { read: ['own-agency'] },
  'adopters-social-worker': { read: ['own-agency'] },
  'tracking-panel-chair': { read: ['own-agency'] },
  'agency-decision-maker': { read: ['own-agency'] },
  'senior-manager': { read: ['own-agency'] },
}

/** Deny is the default: an action is allowed only where RULES lists the place for one of the actor's roles. */
export const mayMeeting = (actor: Pick<Actor, 'roles' | 'agencyId'>, action: MeetingAction, agencyId: AgencyId): boolean => {
  const place: MeetingPlace = actor.agencyId === agencyId ? 'own-agency' : 'other-agency'
  return actor.roles.some((role) => RULES[role]?.[action]?.includes(place) ?? false)
}
