import type { AgencyId, ChildId, WorkerId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Journey, Need, PlanEndedReason, Sex, SiblingPlan } from './child-views.ts'
import type { EthnicityCode } from './ethnicity.ts'

/** A child as the placing agency keeps it, without what is encrypted. */
export interface Child {
  readonly id: ChildId
  readonly agencyId: AgencyId
  readonly reference: ChildReference
  readonly version: number
  readonly sex: Sex | null
  readonly ethnicity: EthnicityCode | null
  readonly disability: boolean | null
  readonly journey: Journey
  readonly planEndedReason: PlanEndedReason | null
  /** brothers and sisters of one agency share it */
  readonly siblingGroup: string | null
  readonly siblingPlan: SiblingPlan | null
  readonly needs: readonly Need[]
  /** names of the search routes used so far */
  readonly routes: readonly string[]
  readonly workerId: WorkerId | null
  readonly nextStep: string | null
  readonly nextStepDue: PlainDate | null
  readonly nextStepWhose: string | null
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
