import { addMonths, type PlainDate } from '../../core/plain-date.ts'
import type { Journey, JourneyDate, LegalStatus, SiblingPlan } from '../child-views.ts'
import { journeyFaults, type JourneyFacts } from './journey-faults.ts'
import { DATE_WORDS, isWaiting } from './journey.ts'
import { orderWarnings } from './order-warnings.ts'

/** The way to the decision; out of order it is worth a look, and stops nobody. */
const PREPARATION: readonly JourneyDate[] = ['packA', 'parallelPlan', 'cprRequested', 'cprDrafted', 'cprQualityChecked', 'cprSubmitted', 'admDecision']

const preparationOutOfOrder = ({ journey }: JourneyFacts): readonly string[] => {
  const known = PREPARATION.filter((name) => journey[name] !== null)
  const at = known.findIndex((name, index) => index > 0 && (journey[name] ?? '') < (journey[known[index - 1] ?? name] ?? ''))
  const [earlier, later] = [known[at - 1], known[at]]
  return earlier && later ? [`The ${DATE_WORDS[later]} is dated before the ${DATE_WORDS[earlier]}. Please check both.`] : []
}

interface Beside {
  readonly expectedBirth: string | null
  readonly hasReason: boolean
  readonly legalStatus: LegalStatus | null
  readonly siblingPlan: SiblingPlan | null
  /** of the brothers and sisters of the agency */
  readonly siblingJourneys: readonly Journey[]
}

/** Together is the plan, and one has a family while another still waits. */
const isTornApart = ({ journey, siblingPlan, siblingJourneys }: JourneyFacts & Beside): boolean => {
  const group = [journey, ...siblingJourneys]
  return (
    siblingPlan === 'together' && group.some(({ matched, placed, adoptionOrder }) => (matched ?? placed ?? adoptionOrder) !== null) && group.some(isWaiting)
  )
}

/** What should be looked at and stops nobody: first what cannot be right (an import or a correction elsewhere left it), then what is unusual. */
export const journeyWarnings = (facts: JourneyFacts & Beside, today: PlainDate): readonly string[] => {
  const { admDecision, matched, placementOrder, planEnded, revocationApplied, revoked, adoptionOrder, parentalConsent, linked, matchPanel, placed } =
    facts.journey
  const say = (when: boolean, sentence: string): readonly string[] => (when ? [sentence] : [])
  return [
    ...journeyFaults(facts, today).map(({ sentence }) => sentence),
    ...preparationOutOfOrder(facts),
    ...orderWarnings(facts),
    ...say(placed !== null && matched === null, 'The child is placed for adoption, but no match is recorded.'),
    ...say(facts.legalStatus === 'E1' && placementOrder === null, 'The legal status is a placement order (E1), but no placement order is recorded.'),
    ...say(planEnded !== null && admDecision === null, 'The plan ended, but no decision that the child should be placed was recorded before.'),
    ...say(
      isTornApart(facts),
      'The brothers and sisters are to be placed together, but one is matched or placed while another still waits. Check the plan for them, or the dates.',
    ),
    ...say(
      matched !== null && admDecision !== null && (placementOrder === null ? parentalConsent === null : matched < placementOrder),
      'The match was decided before there was a placement order. That is allowed, and counts as 0 days from order to match.',
    ),
    ...say(
      placementOrder !== null && adoptionOrder !== null && adoptionOrder < placementOrder,
      'The adoption order is dated before the placement order. Please check both.',
    ),
    ...say(
      planEnded !== null && placementOrder !== null && revocationApplied === null && revoked === null,
      'The plan has ended, but the placement order is still in force. Record the application to revoke it.',
    ),
    ...say(revoked !== null && planEnded === null, 'The placement order is revoked, but the plan is still open. Record why and when the plan ended.'),
    ...say(planEnded !== null && !facts.hasReason, 'The plan ended, but no reason is recorded.'),
    ...say(
      matchPanel !== null && matchPanel < today && matched === null && linked === null,
      'The matching panel has passed, and neither a link nor a match is recorded.',
    ),
    ...say(
      facts.unborn && facts.expectedBirth !== null && addMonths(`${facts.expectedBirth}-01` as PlainDate, 1) <= today,
      'The month in which the child was due has passed. Record the birth, or correct the month.',
    ),
  ]
}
