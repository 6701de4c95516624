import type { ChildReference } from '../core/reference.ts'
import type { PlainDate } from '../core/plain-date.ts'

export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

/** Age bands, in years; 5 is a boundary because "aged 5 and over" is one of the national harder-to-place groups. */
export const AGE_BANDS = ['under 1', '1–2', '3–4', '5–9', '10 and over'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Waiting bands in months, as design 3.3 names them. */
export const WAITING_BANDS = ['under 3 months', '3–6 months', '6–12 months', 'over 12 months'] as const
export type WaitingBand = (typeof WAITING_BANDS)[number]

/** Where a child's plan stands, by the dates known so far; the last one with a date. */
export const STAGES = ['enteredCare', 'admDecision', 'placementOrder', 'matched', 'placed', 'adoptionOrder', 'planEnded'] as const
export type Stage = (typeof STAGES)[number]

export const NEED_CATEGORIES = ['health', 'development', 'learning', 'emotional', 'behaviour', 'attachment', 'contact', 'identity', 'siblings'] as const
export type NeedCategory = (typeof NEED_CATEGORIES)[number]
export const NEED_GRADES = ['some', 'significant', 'unknown'] as const
export type NeedGrade = (typeof NEED_GRADES)[number]
export interface Need {
  readonly category: NeedCategory
  readonly grade: NeedGrade
}

export const SIBLING_PLANS = ['together', 'apart', 'undecided'] as const
export type SiblingPlan = (typeof SIBLING_PLANS)[number]

/** National harder-to-place reasons (domain C3). */
export const HARDER_TO_PLACE = ['disabled', 'sibling group', 'Black, Asian or minority ethnic', 'aged 5 or over'] as const
export type HarderToPlace = (typeof HARDER_TO_PLACE)[number]

/** The ethnicity groups of the national return, by main group; the 18-group codes are in ethnicity.ts. */
export const ETHNICITY_GROUPS = ['White', 'Mixed', 'Asian or Asian British', 'Black or Black British', 'Other', 'Not known'] as const
export type EthnicityGroup = (typeof ETHNICITY_GROUPS)[number]

/** Reasons why a plan for adoption ended (national codes). */
export const PLAN_ENDED_REASONS = ['RD1', 'RD2', 'RD3', 'RD4'] as const
export type PlanEndedReason = (typeof PLAN_ENDED_REASONS)[number]

/** What this actor may do next with this child; tab and cards draw exactly these. */
export const CHILD_ACTIONS = ['read', 'show-more', 'post', 'record-date', 'read-private'] as const
export type ChildAction = (typeof CHILD_ACTIONS)[number]

export interface AgencyContact {
  readonly code: string
  readonly name: string
}

/**
 * Anything that a conversation can see. A fact that fewer than three waiting children of the partnership share is dropped
 * (null, or an empty list of needs): see shared-facts.ts. A type of its own, not another view with blanks.
 * Of a child who no longer waits nothing is shown but the reference, the agency and that the wait is over.
 */
export interface AnonymousChild {
  readonly view: 'anonymous'
  readonly reference: ChildReference
  readonly agency: AgencyContact
  /** false: matched, placed, adopted or plan ended (never which); every fact below is then null */
  readonly isWaiting: boolean
  readonly ageBand: AgeBand | null
  readonly waitingBand: WaitingBand | null
  readonly stage: Stage | null
  readonly sex: Sex | null
  /** siblings placed with or beside the child, 0 to 3, where 3 means "3 or more" */
  readonly siblings: 0 | 1 | 2 | 3 | null
  readonly needs: readonly NeedCategory[]
}

/** Partner agencies' entitled roles, in tab and personal answers. */
export interface SharedChild {
  readonly view: 'shared'
  readonly reference: ChildReference
  readonly agency: AgencyContact
  readonly ageYears: number | null
  readonly sex: Sex | null
  readonly siblings: number
  readonly siblingPlan: SiblingPlan | null
  readonly stage: Stage
  readonly isWaiting: boolean
  /** days from the earlier of ADM decision and placement order until today */
  readonly daysWaiting: number
  readonly daysFromAdm: number | null
  readonly daysFromOrder: number | null
  readonly needs: readonly Need[]
  readonly ethnicityGroup: EthnicityGroup | null
  readonly disability: boolean | null
  readonly harderToPlace: readonly HarderToPlace[]
  readonly routes: readonly string[]
  readonly nextStep: string | null
  readonly nextStepWhose: string | null
  readonly worker: string | null
  readonly actions: readonly ChildAction[]
}

/** The dates of a child's journey that the skeleton knows, in their order. */
export const JOURNEY_DATES = ['enteredCare', 'admDecision', 'placementOrder', 'earlyPermanence', 'matched', 'placed', 'adoptionOrder', 'planEnded'] as const
export type JourneyDate = (typeof JOURNEY_DATES)[number]
export type Journey = Readonly<Record<JourneyDate, PlainDate | null>>

/** The placing agency's entitled roles. Name, birth date and local reference come only with `read-private`, which is audited. */
export interface OwnChild {
  readonly view: 'own'
  readonly reference: ChildReference
  readonly version: number
  readonly agency: AgencyContact
  readonly ageYears: number | null
  readonly sex: Sex | null
  readonly siblings: number
  readonly siblingPlan: SiblingPlan | null
  readonly siblingReferences: readonly ChildReference[]
  readonly stage: Stage
  readonly isWaiting: boolean
  readonly daysWaiting: number | null
  readonly daysFromAdm: number | null
  readonly daysFromOrder: number | null
  readonly daysFromEnteringCare: number | null
  readonly needs: readonly Need[]
  readonly ethnicity: string | null
  readonly ethnicityGroup: EthnicityGroup | null
  readonly disability: boolean | null
  readonly harderToPlace: readonly HarderToPlace[]
  readonly routes: readonly string[]
  readonly nextStep: string | null
  readonly nextStepDue: PlainDate | null
  readonly nextStepWhose: string | null
  readonly worker: string | null
  readonly journey: Journey
  readonly planEndedReason: PlanEndedReason | null
  readonly actions: readonly ChildAction[]
}

/** Opened by a click of its own, audited as `child.private-read`. */
export interface PrivateDetail {
  readonly name: string | null
  readonly born: PlainDate | null
  readonly localReference: string | null
}

export type EntitledChild = OwnChild | SharedChild
