import type { AgencyId, ChildId, WorkerId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Attempt, EarlyPermanenceRoute, Journey, LegalStatus, Need, Pause, PlanEndedReason, Routes, Sex, SiblingPlan } from './child-views.ts'
import type { EthnicityCode } from './ethnicity.ts'
import { NO_DATES } from './journey/journey.ts'

/** A child as the placing agency keeps it, without what is encrypted. */
export interface Child {
  readonly id: ChildId
  readonly agencyId: AgencyId
  readonly reference: ChildReference
  readonly version: number
  readonly sex: Sex | null
  readonly ethnicity: EthnicityCode | null
  readonly disability: boolean | null
  /** the month in which an unborn child is due, as 2027-03; kept after the birth */
  readonly expectedBirth: string | null
  readonly legalStatus: LegalStatus | null
  readonly earlyPermanenceRoute: EarlyPermanenceRoute | null
  readonly fosterCarerAdoption: boolean | null
  /** when a lawyer advised that a profile may be used before the decision */
  readonly legalAdviceOn: PlainDate | null
  /** the dates of the current attempt */
  readonly journey: Journey
  readonly planEndedReason: PlanEndedReason | null
  /** attempts that are over, the oldest first */
  readonly attempts: readonly Attempt[]
  readonly pauses: readonly Pause[]
  /** brothers and sisters of one agency share it */
  readonly siblingGroup: string | null
  readonly siblingPlan: SiblingPlan | null
  /** when it was decided whether the siblings are placed together */
  readonly siblingPlanOn: PlainDate | null
  readonly needs: readonly Need[]
  /** the routes used for the current attempt; Link Maker's day is the one of the profile */
  readonly routes: Routes
  /** the family finder */
  readonly workerId: WorkerId | null
  readonly socialWorkerId: WorkerId | null
  readonly nextStep: string | null
  readonly nextStepDue: PlainDate | null
  readonly nextStepWhose: string | null
}

/** A child of whom nothing is known yet, beside whose it is. */
export const NOTHING_KNOWN: Omit<Child, 'id' | 'agencyId' | 'reference' | 'version'> = {
  sex: null,
  ethnicity: null,
  disability: null,
  expectedBirth: null,
  legalStatus: null,
  earlyPermanenceRoute: null,
  fosterCarerAdoption: null,
  legalAdviceOn: null,
  journey: NO_DATES,
  planEndedReason: null,
  attempts: [],
  pauses: [],
  siblingGroup: null,
  siblingPlan: null,
  siblingPlanOn: null,
  needs: [],
  routes: {},
  workerId: null,
  socialWorkerId: null,
  nextStep: null,
  nextStepDue: null,
  nextStepWhose: null,
}

/** What is kept encrypted under the child's own key. */
export interface Secrets {
  readonly name: string | null
  readonly born: PlainDate | null
  readonly localReference: string | null
}

/** From when an agency shows a child to its partners (design 3.7). */
export type SharesFrom = 'adm-decision' | 'placement-order'

/** Before that day nothing leaves the agency: there is no shared row. */
export const isSharedFrom = (journey: Journey, sharesFrom: SharesFrom): boolean =>
  sharesFrom === 'placement-order' ? journey.placementOrder !== null : journey.admDecision !== null || journey.placementOrder !== null
