import type {
  EarlyPermanenceRoute,
  HarderToPlace,
  LegalStatus,
  List,
  NeedCategory,
  NeedGrade,
  PauseKind,
  PlanEndedReason,
  RecordedDate,
  Sex,
  SiblingPlan,
  Stage,
  Standing,
} from '../../src/children/child-views.ts'

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  enteredCare: 'In care, no decision yet',
  packA: 'Adoption being considered',
  parallelPlan: 'Parallel plan of adoption',
  cprSubmitted: 'Report with the decision maker',
  unborn: 'Not born yet',
  admDecision: 'Adoption is the plan',
  placementOrder: 'Placement order made',
  matched: 'Matched',
  placed: 'Placed with the family',
  adoptionOrder: 'Adopted',
  planEnded: 'Plan for adoption ended',
}

/** ADM, the agency decision maker, and CPR, the child's permanence report, are named in full wherever they first appear. */
export const JOURNEY_WORDS: Readonly<Record<RecordedDate, string>> = {
  enteredCare: 'Entered care',
  packA: 'Adoption first considered (Pack A request)',
  parallelPlan: 'Parallel plan of adoption made',
  permanencePlan: 'Plan for permanence agreed at a review',
  lastReview: 'Latest looked-after review',
  cprRequested: "Child's permanence report (CPR) asked for",
  cprDrafted: 'Permanence report drafted',
  cprQualityChecked: 'Permanence report quality-checked',
  cprSubmitted: 'Permanence report submitted',
  admDecision: 'Agency decision maker (ADM) decided for adoption',
  placementOrder: 'Placement order made',
  parentalConsent: 'Parents consented (section 19)',
  profileLive: 'Profile live',
  profileUpdated: 'Profile last updated',
  linkExploring: 'Link being explored',
  linked: 'Linked with a family',
  matchPanel: 'Matching panel',
  matched: 'Matched with a family',
  introductions: 'Introductions began',
  earlyPermanence: 'Early permanence placement began',
  placed: 'Placed for adoption',
  adoptionOrder: 'Adoption order made',
  planEnded: 'Plan for adoption ended',
  revocationApplied: 'Revocation of the order applied for',
  revoked: 'Placement order revoked',
  'Local meeting': 'Route: local meeting',
  'Regional meeting': 'Route: regional meeting',
  'Discovery event': 'Route: Discovery event',
  'Exchange event': 'Route: Exchange event',
  'Activity day': 'Route: activity day',
  Website: 'Route: website',
  'Outside the region': 'Route: outside the region',
}

export const LIST_WORDS: Readonly<Record<List, string>> = {
  waiting: 'Waiting for a match',
  'order-not-placed': 'Order made, not placed',
  open: 'Every open plan of my agency',
}
/** What the list holds, as one sentence. */
export const LIST_MEANINGS: Readonly<Record<List, string>> = {
  waiting: 'Adoption is decided or a placement order is made, and there is no match yet.',
  'order-not-placed': 'A placement order is made, matched or not, and the child is not placed yet.',
  open: 'Every child of your agency whose plan is open, from the first day on.',
}
/** What the children of a list are called, after their number. */
export const LISTED_WORDS: Readonly<Record<List, string>> = {
  waiting: 'waiting',
  'order-not-placed': 'with an order, not placed',
  open: 'with an open plan',
}
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'family-finding': 'Family finding',
  'link-exploring': 'Link being explored',
  linked: 'Linked',
  'foster-carer-link': 'Link with the foster carer',
  'on-hold': 'On hold',
}

export const PAUSE_WORDS: Readonly<Record<PauseKind, string>> = { 'on-hold': 'On hold', 'legal-challenge': 'Legal challenge' }
export const EARLY_PERMANENCE_WORDS: Readonly<Record<EarlyPermanenceRoute, string>> = {
  'fostering-for-adoption': 'Fostering for adoption',
  concurrency: 'Concurrency',
}
/** Codes of the national return. */
export const LEGAL_STATUS_WORDS: Readonly<Record<LegalStatus, string>> = {
  C1: 'Interim care order',
  C2: 'Full care order',
  E1: 'Placement order',
  V2: 'Accommodated with consent (section 20)',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
}

export const SEX_WORDS: Readonly<Record<Sex, string>> = { female: 'Girl', male: 'Boy' }
export const SEXES_WORDS: Readonly<Record<Sex, string>> = { female: 'Girls', male: 'Boys' }

export const NEED_WORDS: Readonly<Record<NeedCategory, string>> = {
  health: 'Health',
  development: 'Development',
  learning: 'Learning',
  emotional: 'Emotional wellbeing',
  behaviour: 'Behaviour',
  attachment: 'Attachment',
  contact: 'Staying in touch with birth family',
  identity: 'Identity',
  siblings: 'Brothers and sisters',
}
export const GRADE_WORDS: Readonly<Record<NeedGrade, string>> = { some: 'some', significant: 'significant', unknown: 'not known yet' }

export const PLAN_WORDS: Readonly<Record<SiblingPlan, string>> = {
  together: 'to be placed together',
  apart: 'to be placed apart',
  undecided: 'together or apart not decided',
}

/** As they stand inside a sentence. */
export const HARDER_WORDS: Readonly<Record<HarderToPlace, string>> = {
  disabled: 'disabled',
  'sibling group': 'sibling group',
  'Black, Asian or minority ethnic': 'Black, Asian or minority ethnic',
  'aged 5 or over': 'aged 5 or over',
  'additional or complex health needs': 'additional or complex health needs',
}

/** The national codes for why a plan for adoption ended. */
export const ENDED_WORDS: Readonly<Record<PlanEndedReason, string>> = {
  RD1: "The child's needs changed after the decision",
  RD2: 'The court did not make a placement order',
  RD3: 'Prospective adopters could not be found',
  RD4: 'Another reason',
}

export const WEEKDAY_WORDS = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday' } as const
