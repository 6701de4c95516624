import type { Role } from '../core/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'

/** A role as the register holds it; `endedOn` is the first day without it. */
export interface RoleHeld {
  readonly role: Role
  readonly grantedOn: PlainDate
  readonly endedOn: PlainDate | null
}

/** One agency that a person works, or worked, for. `leftOn` is the first day on which they no longer do. */
export interface Membership {
  readonly leftOn: PlainDate | null
  readonly roles: readonly RoleHeld[]
}

export const hasLeft = (membership: Pick<Membership, 'leftOn'>, today: PlainDate): boolean => membership.leftOn !== null && membership.leftOn <= today

/** The roles that count on a day, each once; none for somebody who has left, whatever the role rows say. */
export const rolesOn = (membership: Membership, today: PlainDate): readonly Role[] =>
  hasLeft(membership, today)
    ? []
    : [...new Set(membership.roles.filter((held) => held.grantedOn <= today && (held.endedOn === null || today < held.endedOn)).map((held) => held.role))]
