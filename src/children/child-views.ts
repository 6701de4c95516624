// Every name of a fact and every view of a child, whole although it is long: bot, tab, posts and rules say the same words, and look for them here.
import type { Clock, Threshold } from './clocks/clock-contract.ts'
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

/** Where a child's plan stands, by the dates known so far; the furthest one that is reached. `unborn`: a due month and no birth date. */
export const STAGES = [
  'enteredCare',
  'packA',
  'parallelPlan',
  'cprSubmitted',
  'unborn',
  'admDecision',
  'placementOrder',
  'matched',
  'placed',
  'adoptionOrder',
  'planEnded',
] as const
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

/**
 * Children of these stocks are counted each month: those who wait for a match (ADM decision or order, not matched), and those with a
 * placement order who are not placed, matched or not.
 */
export const STOCKS = ['waiting', 'order-not-placed'] as const

/** What a list can be of: a stock, or every child of the own agency whose plan is open, waiting or not. */
export const LISTS = [...STOCKS, 'open'] as const
export type List = (typeof LISTS)[number]

/** How the children of a stock divide (S001 ¶19-20); the first that holds from the end: on hold, foster-carer link, linked, exploring. */
export const STANDINGS = ['family-finding', 'link-exploring', 'linked', 'foster-carer-link', 'on-hold'] as const
export type Standing = (typeof STANDINGS)[number]

/** The four national harder-to-place reasons (DfE quarterly survey), then the local fifth (S003 §12). */
export const HARDER_TO_PLACE = ['disabled', 'sibling group', 'Black, Asian or minority ethnic', 'aged 5 or over', 'additional or complex health needs'] as const
export type HarderToPlace = (typeof HARDER_TO_PLACE)[number]

/** The ethnicity groups of the national return, by main group; the 18-group codes are in ethnicity.ts. */
export const ETHNICITY_GROUPS = ['White', 'Mixed', 'Asian or Asian British', 'Black or Black British', 'Other', 'Not known'] as const
export type EthnicityGroup = (typeof ETHNICITY_GROUPS)[number]

/** Reasons why a plan for adoption ended (national codes). */
export const PLAN_ENDED_REASONS = ['RD1', 'RD2', 'RD3', 'RD4'] as const
export type PlanEndedReason = (typeof PLAN_ENDED_REASONS)[number]

/** What this actor may do next with this child; tab and cards draw exactly these. */
export const CHILD_ACTIONS = ['read', 'show-more', 'post', 'record-date', 'edit', 'read-private', 'break-glass'] as const
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
  /** null outside both stocks */
  readonly standing: Standing | null
  readonly isWaiting: boolean
  /** days from the earlier of ADM decision and placement order until today */
  readonly daysWaiting: number
  readonly daysFromAdm: number | null
  readonly daysFromOrder: number | null
  readonly needs: readonly Need[]
  readonly ethnicityGroup: EthnicityGroup | null
  readonly disability: boolean | null
  /** by the facts of today */
  readonly harderToPlace: readonly HarderToPlace[]
  readonly routes: readonly string[]
  readonly nextStep: string | null
  readonly nextStepWhose: string | null
  readonly worker: string | null
  readonly actions: readonly ChildAction[]
}

/** The dates of one attempt of a child's journey, in their usual order (domain E). */
export const JOURNEY_DATES = [
  'enteredCare',
  'packA',
  'parallelPlan',
  // the plan for permanence was ratified at a review
  'permanencePlan',
  // the latest review of the looked-after child
  'lastReview',
  'cprRequested',
  'cprDrafted',
  'cprQualityChecked',
  'cprSubmitted',
  'admDecision',
  'placementOrder',
  // s19 of the Adoption and Children Act 2002
  'parentalConsent',
  'profileLive',
  'profileUpdated',
  'linkExploring',
  'linked',
  'matchPanel',
  'matched',
  'introductions',
  // moved in under fostering for adoption or concurrency; `placed` is the day on which the status changed
  'earlyPermanence',
  'placed',
  'adoptionOrder',
  'planEnded',
  'revocationApplied',
  'revoked',
] as const
export type JourneyDate = (typeof JOURNEY_DATES)[number]
export type Journey = Readonly<Record<JourneyDate, PlainDate | null>>

/** The eight ways in which a family is looked for (domain A, row 18). */
export const SEARCH_ROUTES = [
  'Local meeting',
  'Regional meeting',
  'Link Maker',
  'Discovery event',
  'Exchange event',
  'Activity day',
  'Website',
  'Outside the region',
] as const
export type SearchRoute = (typeof SEARCH_ROUTES)[number]

/** The routes with a date of their own. Link Maker has none: it is where a profile goes live (S003 §8), and that date is `profileLive`. */
export const ROUTE_DATES = SEARCH_ROUTES.filter((route) => route !== 'Link Maker')
export type RouteDate = Exclude<SearchRoute, 'Link Maker'>
/** When each route was used first; null where it was used and nobody recorded the day. */
export type Routes = Readonly<Partial<Record<RouteDate | 'Link Maker', PlainDate | null>>>

/** Everything that is recorded with a day: the dates of the journey, and the routes by which a family is looked for. */
export const RECORDED_DATES = [...JOURNEY_DATES, ...ROUTE_DATES] as const
export type RecordedDate = JourneyDate | RouteDate

/** What ends an attempt that is kept: another plan was made (and later adoption again), or the placement disrupted before the order. */
export const ATTEMPT_ENDS = ['plan-ended', 'disrupted'] as const
export interface Attempt {
  readonly endedBy: (typeof ATTEMPT_ENDS)[number]
  readonly on: PlainDate
  readonly reason: PlanEndedReason | null
  readonly dates: Readonly<Partial<Record<RecordedDate, PlainDate>>>
}

/** Shown beside the waits and never subtracted. The reasons are a list, so that nothing about a family can be written there. */
export const PAUSE_REASONS = {
  'on-hold': ['assessment of the child', 'sibling assessment', 'health', 'court timetable', 'placement with family explored', 'other'],
  'legal-challenge': ['appeal against the order', 'leave to oppose adoption (s47)', 'application to revoke the order (s24)', 'other'],
} as const
export const PAUSE_KINDS = ['on-hold', 'legal-challenge'] as const
export type PauseKind = (typeof PAUSE_KINDS)[number]
export interface Pause {
  readonly kind: PauseKind
  readonly reason: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

export const EARLY_PERMANENCE_ROUTES = ['fostering-for-adoption', 'concurrency'] as const
export type EarlyPermanenceRoute = (typeof EARLY_PERMANENCE_ROUTES)[number]

/** Codes of the national return (SSDA903); D1, the freeing order, is history. */
export const LEGAL_STATUSES = ['C1', 'C2', 'E1', 'V2', 'L1', 'L2', 'L3'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

/** Partners read next steps, so they are chosen from a list and not written. */
export const NEXT_STEPS = [
  'Explore the link with a family in the region',
  'Finish the profile and have it checked',
  'Hold the permanence planning meeting',
  'Update the Child’s Permanence Report',
  'Complete the sibling assessment',
  'Arrange a visit for the family being considered',
  'Ask for a profile film',
  'Decide whether to search outside the region',
  'Book the matching panel',
  'Plan the introductions',
  'Wait for the court',
] as const
export type NextStep = (typeof NEXT_STEPS)[number]
export const NEXT_STEP_OWNERS = [
  'family finder',
  'child’s social worker',
  'practice manager',
  'agency decision maker',
  'panel adviser',
  'adopter’s social worker',
  'regional coordinator',
] as const

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
  readonly standing: Standing | null
  readonly isWaiting: boolean
  readonly daysWaiting: number | null
  readonly daysFromAdm: number | null
  readonly daysFromOrder: number | null
  readonly daysFromEnteringCare: number | null
  readonly needs: readonly Need[]
  readonly ethnicity: string | null
  readonly ethnicityGroup: EthnicityGroup | null
  readonly disability: boolean | null
  /** by the facts of today, and by those of the day of the ADM's decision */
  readonly harderToPlace: readonly HarderToPlace[]
  readonly harderToPlaceAtDecision: readonly HarderToPlace[]
  readonly routes: readonly string[]
  readonly nextStep: string | null
  readonly nextStepDue: PlainDate | null
  readonly nextStepWhose: string | null
  readonly worker: string | null
  readonly socialWorker: string | null
  /** the month in which an unborn child is due, as 2027-03; null once born */
  readonly expectedBirth: string | null
  readonly journey: Journey
  readonly planEndedReason: PlanEndedReason | null
  readonly changedOn: PlainDate
  readonly actions: readonly ChildAction[]
}

export interface RouteUse {
  readonly route: SearchRoute
  readonly isTried: boolean
  /** null where it is not tried, or was and nobody recorded the day */
  readonly on: PlainDate | null
}

/** A day that was corrected, or taken away. */
export interface DayChange {
  readonly name: RecordedDate
  readonly was: PlainDate
  readonly is: PlainDate | null
}

/** One line of what changed: names of dates and facts, and the days that were there before; of nothing else the content. */
export interface ChildChange {
  /** UTC instant */
  readonly at: string
  readonly what: readonly string[]
  readonly days: readonly DayChange[]
  /** null for a named job such as an import */
  readonly by: string | null
}

/** The own view of one child, opened by itself. */
export interface OwnChildDetail extends OwnChild {
  readonly ethnicityCode: string | null
  readonly legalStatus: LegalStatus | null
  readonly earlyPermanenceRoute: EarlyPermanenceRoute | null
  readonly fosterCarerAdoption: boolean | null
  readonly legalAdviceOn: PlainDate | null
  /** every route, with the first day on which it was used; partners read the names of those that were */
  readonly routeDates: readonly RouteUse[]
  readonly siblingPlanOn: PlainDate | null
  readonly workerId: string | null
  readonly socialWorkerId: string | null
  readonly pauses: readonly Pause[]
  /** the oldest first */
  readonly attempts: readonly Attempt[]
  /** what is to be done by when, statutory and local side by side; none for a role that does not need it */
  readonly clocks: readonly Clock[]
  readonly thresholds: readonly Threshold[]
  /** what does not fit, or should be looked at, in sentences */
  readonly warnings: readonly string[]
  /** the newest first; the last twenty */
  readonly changes: readonly ChildChange[]
  /** the dates that this actor may record now */
  readonly recordable: readonly RecordedDate[]
  /** true where this actor may record that the placement disrupted, or a new decision after an ended plan */
  readonly mayDisrupt: boolean
  readonly mayDecideAgain: boolean
  /** true where this actor may take back how the last attempt ended: nothing was recorded since */
  readonly mayTakeBack: boolean
}

/** Opened by a click of its own, audited as `child.private-read`. */
export interface PrivateDetail {
  readonly name: string | null
  readonly born: PlainDate | null
  readonly localReference: string | null
}

export type EntitledChild = OwnChild | SharedChild
export type EntitledChildDetail = OwnChildDetail | SharedChild
