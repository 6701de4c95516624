import type { Role } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../core/result.ts'
import { hasLeft, type Membership, type RoleHeld } from '../people.ts'

/**
 * The role to be held from a day on (today or later). Refuses what is held or to come already; a role that is to end is held until
 * then, and given again from that day.
 */
export const roleGiven = (person: Membership, role: Role, from: PlainDate, today: PlainDate): Result<RoleHeld> => {
  if (hasLeft(person, today)) return invalid('person', 'This person has left. Add them to your people again first.')
  if (person.leftOn !== null && from >= person.leftOn) return invalid('from', 'Choose a day before this person leaves.')
  if (from < today) return invalid('from', 'Choose today or a later day: what was done before was done without the role.')
  const standing = person.roles.filter((held) => held.role === role && (held.endedOn === null || held.endedOn > from))
  if (standing.some(({ endedOn, grantedOn }) => endedOn === null && grantedOn <= from)) return refuse({ kind: 'conflict', reason: 'already-done' })
  const [other] = standing
  if (other === undefined) return ok({ role, grantedOn: from, endedOn: null })
  return other.grantedOn > from
    ? invalid('from', 'This person is to hold the role from a later day already. End that first.')
    : invalid('from', 'This person holds the role until a later day. Choose that day, or one after it.')
}

/** The role with its last day set: today or later, never before it was granted, and never later than it was to end. */
export const roleEnded = (
  person: Membership,
  which: { readonly role: Role; readonly grantedOn: PlainDate },
  on: PlainDate,
  today: PlainDate,
): Result<RoleHeld> => {
  const held = person.roles.find(({ role, grantedOn }) => role === which.role && grantedOn === which.grantedOn)
  if (held === undefined) return notFound()
  if (held.endedOn === on || (held.endedOn !== null && held.endedOn <= today)) return refuse({ kind: 'conflict', reason: 'already-done' })
  if (on < today) return invalid('on', 'Choose today or a later day: what was done with the role stays done.')
  if (on < held.grantedOn) return invalid('on', 'Choose a day that is not before the role begins.')
  if (held.endedOn !== null && on > held.endedOn)
    return invalid('on', 'The role ends before that. To go on with it, give it again from the day on which it ends.')
  return ok({ ...held, endedOn: on })
}

/** The first day on which somebody is gone; it may still be moved while it lies ahead. */
export const leaving = (person: Membership, on: PlainDate, today: PlainDate): Result<PlainDate> => {
  if (hasLeft(person, today) || person.leftOn === on) return refuse({ kind: 'conflict', reason: 'already-done' })
  if (on < today) return invalid('on', 'Choose today or a later day.')
  return ok(on)
}

/** Somebody who administers the agency with no end in sight, and from when. */
export interface StandingAdministrator {
  readonly workerId: WorkerId
  readonly grantedOn: PlainDate
}

export const administersFrom = (person: Membership, on: PlainDate): boolean =>
  person.roles.some(({ role, endedOn }) => role === 'administrator' && (endedOn === null || endedOn > on)) && !hasLeft(person, on)

/** True when nobody but this person would administer the agency from the day on: then this person cannot stop. */
export const isLastAdministrator = (workerId: WorkerId, standing: readonly StandingAdministrator[], on: PlainDate): boolean =>
  !standing.some((other) => other.workerId !== workerId && other.grantedOn <= on)
