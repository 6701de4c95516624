import type { PlainDate } from '../../core/plain-date.ts'
import { JOURNEY_DATES, type Journey, type JourneyDate, type RecordedDate, type Pause, type Stage, type Standing } from '../child-views.ts'

export const NO_DATES: Journey = Object.fromEntries(JOURNEY_DATES.map((name) => [name, null])) as Record<JourneyDate, null>

/** The furthest first: the first that is reached is the stage. `unborn` is reached by a due month without a birth date. */
const STAGES_FROM_THE_END = [
  'planEnded',
  'adoptionOrder',
  'placed',
  'matched',
  'placementOrder',
  'admDecision',
  'unborn',
  'cprSubmitted',
  'parallelPlan',
  'packA',
  'enteredCare',
] as const satisfies readonly Stage[]

/** The placement order as long as it is in force: not revoked. */
export const orderInForce = ({ placementOrder, revoked }: Journey): PlainDate | null => (revoked === null ? placementOrder : null)

/** Where the plan stands. A child with no date at all counts as in care: the app knows no child who is not. */
export const stageOf = (journey: Journey, unborn = false): Stage =>
  STAGES_FROM_THE_END.find((stage) => {
    if (stage === 'unborn') return unborn
    return (stage === 'placementOrder' ? orderInForce(journey) : journey[stage]) !== null
  }) ?? 'enteredCare'

/** The day the wait counts from: the earlier of ADM decision and placement order. Null before both. */
export const waitingFrom = ({ admDecision, placementOrder }: Journey): PlainDate | null => {
  if (admDecision === null || placementOrder === null) return admDecision ?? placementOrder
  return admDecision < placementOrder ? admDecision : placementOrder
}

/** The stock "waiting for a match": waits from that day until matched, placed, adopted or plan ended. */
export const isWaiting = (journey: Journey): boolean =>
  waitingFrom(journey) !== null && journey.matched === null && journey.placed === null && journey.adoptionOrder === null && journey.planEnded === null

/** The day on which the wait ended: the first of match, placement, adoption order and end of the plan. Null while none of them is there. */
export const waitEndedOn = ({ matched, placed, adoptionOrder, planEnded }: Journey): PlainDate | null =>
  [matched, placed, adoptionOrder, planEnded].filter((on) => on !== null).sort()[0] ?? null

/** The stock "order, not placed" (S001 ¶19): matched children are in it, too. */
export const isOrderNotPlaced = (journey: Journey): boolean =>
  orderInForce(journey) !== null && journey.placed === null && journey.adoptionOrder === null && journey.planEnded === null

/** Where a child stands within a stock; of several that hold, the furthest from open family finding (S001 ¶19-20). */
export const standingOf = (journey: Journey, pauses: readonly Pause[], fosterCarerAdoption: boolean | null): Standing => {
  const isLinked = journey.linked !== null || journey.matched !== null
  if (pauses.some(({ kind, until }) => kind === 'on-hold' && until === null)) return 'on-hold'
  if (fosterCarerAdoption === true && (isLinked || journey.linkExploring !== null)) return 'foster-carer-link'
  if (isLinked) return 'linked'
  return journey.linkExploring === null ? 'family-finding' : 'link-exploring'
}

/** As people say them in a sentence, after "the". */
export const DATE_WORDS: Readonly<Record<RecordedDate | 'born' | 'disrupted', string>> = {
  born: 'date of birth',
  enteredCare: 'date of entering care',
  packA: 'Pack A request',
  parallelPlan: 'parallel plan',
  permanencePlan: 'review that ratified the plan for permanence',
  lastReview: 'latest review',
  cprRequested: "request for the Child's Permanence Report",
  cprDrafted: "draft of the Child's Permanence Report",
  cprQualityChecked: "quality check of the Child's Permanence Report",
  cprSubmitted: "submission of the Child's Permanence Report",
  admDecision: "agency decision maker's decision",
  placementOrder: 'placement order',
  parentalConsent: "parents' consent (s19)",
  profileLive: 'day on which the profile went live',
  profileUpdated: 'latest update of the profile',
  linkExploring: 'start of exploring a link',
  linked: 'link agreed',
  matchPanel: 'matching panel',
  matched: 'match',
  introductions: 'start of introductions',
  earlyPermanence: 'early permanence placement',
  placed: 'placement for adoption',
  adoptionOrder: 'adoption order',
  planEnded: 'end of the plan',
  revocationApplied: 'application to revoke the placement order',
  revoked: 'revocation of the placement order',
  disrupted: 'disruption of the placement',
  'Local meeting': 'search at a local meeting',
  'Regional meeting': 'search at a regional meeting',
  'Discovery event': 'search at a Discovery event',
  'Exchange event': 'search at an Exchange event',
  'Activity day': 'search at an activity day',
  Website: 'search on the website',
  'Outside the region': 'search outside the region',
}
