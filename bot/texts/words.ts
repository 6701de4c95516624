import type { NeedCategory, NeedGrade, PlanEndedReason, SiblingPlan, Stage, Standing } from '../../src/children/child-views.ts'
import type { Role } from '../../src/core/actor.ts'
import type { Recordable } from '../recordable.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import type { ReviewOutcome } from '../../src/posts/review/review.ts'

/** The sector's words for what the register keeps as codes: the same in every card. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  enteredCare: 'in care',
  packA: 'adoption being explored, Pack A requested',
  parallelPlan: 'parallel plan, adoption one of the options',
  cprSubmitted: "child's permanence report submitted",
  unborn: 'not born yet',
  admDecision: 'adoption decided, no placement order yet',
  placementOrder: 'placement order made',
  matched: 'matched',
  placed: 'placed',
  adoptionOrder: 'adopted',
  planEnded: 'plan ended',
}

/** A date of the journey as it is said after its day: "12 Mar 2026: placement order". */
export const JOURNEY_WORDS: Readonly<Record<Recordable, string>> = {
  enteredCare: 'entered care',
  packA: 'Pack A requested',
  parallelPlan: 'parallel plan agreed',
  permanencePlan: 'plan for permanence ratified',
  lastReview: 'looked-after review',
  cprRequested: "child's permanence report requested",
  cprDrafted: "child's permanence report drafted",
  cprQualityChecked: "child's permanence report quality checked",
  cprSubmitted: "child's permanence report submitted",
  admDecision: 'decision for adoption',
  placementOrder: 'placement order',
  parentalConsent: "parents' consent to placement (s19)",
  profileLive: 'profile live',
  profileUpdated: 'profile updated',
  linkExploring: 'link being explored',
  linked: 'linked',
  matchPanel: 'matching panel',
  matched: 'matched',
  introductions: 'introductions began',
  earlyPermanence: 'early permanence placement',
  placed: 'placed for adoption',
  adoptionOrder: 'adoption order',
  planEnded: 'plan ended',
  revocationApplied: 'revocation applied for',
  revoked: 'placement order revoked',
  'Local meeting': 'local meeting',
  'Regional meeting': 'regional meeting',
  'Discovery event': 'Discovery event',
  'Exchange event': 'Exchange event',
  'Activity day': 'activity day',
  Website: 'on the website',
  'Outside the region': 'search outside the region',
  disrupted: 'placement disrupted',
  decidedAgain: 'new decision for adoption, after the plan had ended',
}

export const PLAN_ENDED_WORDS: Readonly<Record<PlanEndedReason, string>> = {
  RD1: "the child's needs changed after the decision",
  RD2: 'the court did not make a placement order',
  RD3: 'prospective adopters could not be found',
  RD4: 'any other reason',
}

/** What a meeting says of a posted card, as it stands on the card. */
export const REVIEW_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  'link-to-explore': 'Link to explore',
  'keep-looking': 'Keep looking',
  'widen-the-search': 'Widen the search',
  'more-to-be-known': 'More needs to be known first',
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'family-finding': 'family finding',
  'link-exploring': 'link being explored',
  linked: 'linked',
  'foster-carer-link': 'link with the foster carer',
  'on-hold': 'on hold',
}

export const NEED_WORDS: Readonly<Record<NeedCategory, string>> = {
  health: 'health',
  development: 'development',
  learning: 'learning',
  emotional: 'emotional',
  behaviour: 'behaviour',
  attachment: 'attachment',
  contact: 'contact with birth family',
  identity: 'identity',
  siblings: 'sibling relationships',
}

export const GRADE_WORDS: Readonly<Record<NeedGrade, string>> = { some: 'some', significant: 'significant', unknown: 'not yet known' }

export const SIBLING_PLAN_WORDS: Readonly<Record<SiblingPlan, string>> = {
  together: 'to be placed together',
  apart: 'to be placed apart',
  undecided: 'together or apart not yet decided',
}

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'family-finder': 'family finder',
  'practice-manager': 'practice manager',
  'childs-social-worker': "child's social worker",
  'adopters-social-worker': "adopter's social worker",
  'hub-coordinator': 'regional coordinator',
  'tracking-panel-chair': 'tracking panel chair',
  'agency-decision-maker': 'agency decision maker',
  'senior-manager': 'senior manager',
  'performance-analyst': 'performance analyst',
  'information-governance': 'information governance',
  administrator: 'administrator',
}

/** "1 child", "14 children" */
export const counted = (count: number, one: string, many: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "a, b and c" */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-03-12` as "12 Mar 2026" */
export const dayWords = (date: PlainDate | string): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}
