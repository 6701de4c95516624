import type { ListFacts } from './waiting-filter.ts'
import type { Actor } from '../core/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'

/** What of somebody decides which rows they see. */
export type Asker = Pick<Actor, 'agencyId' | 'partnershipId' | 'roles'>

/** What every statement over the waiting children is told. */
export interface WaitingAsked {
  /** whose eyes decide which rows there are, in SQL, so that pages and totals never hint at hidden ones */
  readonly actor: Asker
  /** codes; empty is all */
  readonly agencies: readonly string[]
  readonly facts: ListFacts
  readonly today: PlainDate
}
