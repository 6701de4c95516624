import type { HarderToPlace, JourneyDate, NeedCategory, NeedGrade, PlanEndedReason, Sex, SiblingPlan, Stage } from '../../src/children/child-views.ts'

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  enteredCare: 'In care, no decision yet',
  admDecision: 'Adoption is the plan',
  placementOrder: 'Placement order made',
  matched: 'Matched',
  placed: 'Placed with the family',
  adoptionOrder: 'Adopted',
  planEnded: 'Plan for adoption ended',
}

/** ADM, the agency decision maker, is named in full wherever it first appears. */
export const JOURNEY_WORDS: Readonly<Record<JourneyDate, string>> = {
  enteredCare: 'Entered care',
  admDecision: 'Agency decision maker (ADM) decided for adoption',
  placementOrder: 'Placement order made',
  earlyPermanence: 'Early permanence placement began',
  matched: 'Matched with a family',
  placed: 'Placed for adoption',
  adoptionOrder: 'Adoption order made',
  planEnded: 'Plan for adoption ended',
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
}

/** The national codes for why a plan for adoption ended. */
export const ENDED_WORDS: Readonly<Record<PlanEndedReason, string>> = {
  RD1: "The child's needs changed after the decision",
  RD2: 'The court did not make a placement order',
  RD3: 'Prospective adopters could not be found',
  RD4: 'Another reason',
}

export const WEEKDAY_WORDS = { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday' } as const
