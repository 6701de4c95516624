import type { AgencyId, ChildId, WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import type { REVIEW_OUTCOMES } from '../post-kinds.ts'

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** What a meeting said of a child's card, as it stands on the card: a day of ours and a word from a list, no fact about the child. */
export interface Review {
  readonly on: PlainDate
  readonly outcome: ReviewOutcome
}

/** A review as it is kept; every agency of the partnership may read it. */
export interface CardReview extends Review {
  readonly id: string
  readonly agencyId: AgencyId
  readonly childId: ChildId
  readonly childAgencyId: AgencyId
  readonly reference: ChildReference
  readonly workerId: WorkerId
  readonly reviewedBy: string
  readonly at: Date
}
