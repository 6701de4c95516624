import { addMonths, type PlainDate } from '../../core/plain-date.ts'
import type { JourneyDate } from '../child-views.ts'
import { journeyFaults, type JourneyFacts } from './journey-faults.ts'
import { DATE_WORDS } from './journey.ts'

/** The way to the decision; out of order it is worth a look, and stops nobody. */
const PREPARATION: readonly JourneyDate[] = ['packA', 'parallelPlan', 'cprRequested', 'cprDrafted', 'cprQualityChecked', 'cprSubmitted', 'admDecision']

const preparationOutOfOrder = ({ journey }: JourneyFacts): readonly string[] => {
  const known = PREPARATION.filter((name) => journey[name] !== null)
  const at = known.findIndex((name, index) => index > 0 && (journey[name] ?? '') < (journey[known[index - 1] ?? name] ?? ''))
  const [earlier, later] = [known[at - 1], known[at]]
  return earlier && later ? [`The ${DATE_WORDS[later]} is dated before the ${DATE_WORDS[earlier]}. Please check both.`] : []
}

/** What should be looked at and stops nobody: first what cannot be right (an import or a correction elsewhere left it), then what is unusual. */
export const journeyWarnings = (
  facts: JourneyFacts & { readonly expectedBirth: string | null; readonly hasReason: boolean },
  today: PlainDate,
): readonly string[] => {
  const { admDecision, matched, placementOrder, planEnded, revocationApplied, revoked, adoptionOrder, parentalConsent, linked, matchPanel } = facts.journey
  const say = (when: boolean, sentence: string): readonly string[] => (when ? [sentence] : [])
  return [
    ...journeyFaults(facts, today).map(({ sentence }) => sentence),
    ...preparationOutOfOrder(facts),
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
