import type { PlainDate } from '../../core/plain-date.ts'
import { JOURNEY_DATES, ROUTE_DATES, type Attempt, type Journey, type JourneyDate, type RecordedDate, type Routes } from '../child-views.ts'
import { DATE_WORDS } from './journey.ts'

/** Everything that the rules of a journey look at. */
export interface JourneyFacts {
  readonly journey: Journey
  readonly born: PlainDate | null
  /** a due month is known and no birth date */
  readonly unborn: boolean
  readonly attempts: readonly Attempt[]
  readonly routes: Routes
  /** when a lawyer advised that a profile may be used before the decision */
  readonly legalAdviceOn: PlainDate | null
}

/** Why dates cannot all be right. The codes are those of the national return's checks and of the import. */
export interface JourneyFault {
  readonly code:
    | 'order'
    | 'future-date'
    | 'po-without-adm'
    | 'placed-without-po'
    | 'adopted-and-ended'
    | 'after-leaving-care'
    | 'unborn'
    | 'profile-before-adm'
    | 'revoked-without-po'
    | 'same-decision'
    | 'no-decision'
    | 'placed-before-authority'
    | 'adopted-unplaced'
  /** the date that does not fit, and the one that it does not fit with */
  readonly date: RecordedDate
  readonly with: JourneyDate | 'born' | 'disrupted' | null
  readonly sentence: string
}

type Dated = JourneyDate | 'born'

/** Earlier, then later; the same day is in order. A match before the placement order is allowed. */
const ORDER: readonly (readonly [Dated, JourneyDate])[] = [
  ['born', 'enteredCare'],
  ['born', 'admDecision'],
  ['born', 'placementOrder'],
  ['born', 'parentalConsent'],
  ['born', 'earlyPermanence'],
  ['born', 'lastReview'],
  ['born', 'profileLive'],
  ['born', 'linkExploring'],
  ['born', 'linked'],
  ['born', 'matchPanel'],
  ['born', 'introductions'],
  ['enteredCare', 'admDecision'],
  ['enteredCare', 'placementOrder'],
  ['admDecision', 'placementOrder'],
  ['admDecision', 'matched'],
  ['matched', 'placed'],
  ['admDecision', 'placed'],
  ['matched', 'adoptionOrder'],
  ['placed', 'adoptionOrder'],
  ['admDecision', 'planEnded'],
  // an ended plan places nobody: what went on after it belongs to a new decision (SSDA903 rules 522 and 561)
  ['matched', 'planEnded'],
  ['introductions', 'planEnded'],
  ['placed', 'planEnded'],
  ['placementOrder', 'revocationApplied'],
  ['placementOrder', 'revoked'],
  ['revocationApplied', 'revoked'],
]

/** Before birth nothing of this can have happened. */
const NOT_BEFORE_BIRTH: readonly JourneyDate[] = [
  'enteredCare',
  'permanencePlan',
  'lastReview',
  'admDecision',
  'placementOrder',
  'parentalConsent',
  'profileLive',
  'profileUpdated',
  'linkExploring',
  'linked',
  'matchPanel',
  'matched',
  'introductions',
  'earlyPermanence',
  'placed',
  'adoptionOrder',
  'revocationApplied',
  'revoked',
]

/** A panel may be booked ahead; everything else has happened when it is recorded. */
const MAY_BE_AHEAD: readonly JourneyDate[] = ['matchPanel']

/** What a placement consists of: after a disruption it begins again, not before that day. */
export const PLACEMENT_DATES = ['linkExploring', 'linked', 'matchPanel', 'matched', 'introductions', 'placed'] as const satisfies readonly JourneyDate[]

/** An order that outlived an ended plan stays in force until it is revoked, and is then older than the new decision. */
export const isCarriedOrder = ({ journey, attempts }: Pick<JourneyFacts, 'journey' | 'attempts'>): boolean =>
  journey.placementOrder !== null &&
  attempts.some(({ endedBy, dates }) => endedBy === 'plan-ended' && dates.placementOrder === journey.placementOrder && dates.revoked === undefined)

const crossedOrders = (facts: JourneyFacts): readonly JourneyFault[] => {
  const { journey, born, attempts } = facts
  const dateOf = (name: Dated): PlainDate | null => (name === 'born' ? born : journey[name])
  const carried = isCarriedOrder(facts)
  const crossed = ORDER.filter(([earlier, later]) => {
    const [first, second] = [dateOf(earlier), dateOf(later)]
    return first !== null && second !== null && first > second && !(carried && earlier === 'admDecision' && later === 'placementOrder')
  }).map(([earlier, later]): JourneyFault => ({
    code: 'order',
    date: later,
    with: earlier,
    sentence: `The ${DATE_WORDS[later]} is before the ${DATE_WORDS[earlier]}.`,
  }))
  const disruption = attempts.findLast(({ endedBy }) => endedBy === 'disrupted')
  const early = PLACEMENT_DATES.filter((name) => disruption && (journey[name] ?? disruption.on) < disruption.on).map((name): JourneyFault => ({
    code: 'order',
    date: name,
    with: 'disrupted',
    sentence: `The ${DATE_WORDS[name]} is before the disruption of the placement that came earlier.`,
  }))
  return [...crossed, ...early]
}

/** A search by name needs the plan to be decided, as a profile does; and a child who is there. */
const routeFaults = ({ journey, born, unborn, routes, legalAdviceOn }: JourneyFacts, today: PlainDate): readonly JourneyFault[] =>
  ROUTE_DATES.flatMap((route): readonly JourneyFault[] => {
    const on = routes[route] ?? null
    if (on === null) return []
    const words = DATE_WORDS[route]
    const early = legalAdviceOn === null && (journey.admDecision === null || on < journey.admDecision)
    return [
      ...(on > today ? [{ code: 'future-date', date: route, with: null, sentence: `The ${words} lies in the future.` } as const] : []),
      ...(unborn ? [{ code: 'unborn', date: route, with: 'born', sentence: `The child is not born yet: record the birth before the ${words}.` } as const] : []),
      ...(born !== null && on < born ? [{ code: 'order', date: route, with: 'born', sentence: `The ${words} is before the date of birth.` } as const] : []),
      ...(early
        ? [
            {
              code: 'profile-before-adm',
              date: route,
              with: 'admDecision',
              sentence: `The ${words} before the agency decision maker's decision needs legal advice: record the day of the advice first.`,
            } as const,
          ]
        : []),
    ]
  })

/** From when a child may be placed: the earlier of order and consent that had not ended; an order ends on the day of its revocation. */
const mayBePlacedOn = ({ placementOrder, parentalConsent, revoked }: Journey, placed: PlainDate): boolean =>
  (parentalConsent !== null && parentalConsent <= placed) || (placementOrder !== null && placementOrder <= placed && (revoked === null || placed < revoked))

/**
 * Everything about a journey that cannot be right, each fault by itself: one that is there must not hide another. Sources: SSDA903 rules 117 (decision after leaving
 * care), 553 (order without decision), 558 (adopted and ended), 561 (a new decision is a new date); Adoption and Children Act 2002
 * s18, s19 and s21 (placed only with an order or consent); S003 §8 (no profile before the decision without legal advice).
 */
export const journeyFaults = (facts: JourneyFacts, today: PlainDate): readonly JourneyFault[] => {
  const { journey, attempts } = facts
  const faults: JourneyFault[] = []
  const fault = (code: JourneyFault['code'], date: JourneyDate, other: JourneyFault['with'], sentence: string): void => {
    faults.push({ code, date, with: other, sentence })
  }
  const ahead = JOURNEY_DATES.find((name) => (journey[name] ?? today) > today && !MAY_BE_AHEAD.includes(name))
  if (ahead) fault('future-date', ahead, null, `The ${DATE_WORDS[ahead]} lies in the future.`)

  const { admDecision, placementOrder, parentalConsent, placed, adoptionOrder, planEnded, revoked, profileLive } = journey
  const leftBefore = admDecision !== null && adoptionOrder !== null && admDecision > adoptionOrder
  if (leftBefore) fault('after-leaving-care', 'admDecision', 'adoptionOrder', 'The decision is dated after the adoption order, when the child had left care.')
  faults.push(...crossedOrders(facts))

  if (placementOrder !== null && admDecision === null)
    fault('po-without-adm', 'placementOrder', 'admDecision', "There is a placement order, but no agency decision maker's decision.")
  if (placed !== null && placementOrder === null && parentalConsent === null)
    fault(
      'placed-without-po',
      'placed',
      'placementOrder',
      "The child is placed for adoption, but there is neither a placement order nor the parents' consent (s19).",
    )
  else if (placed !== null && !mayBePlacedOn(journey, placed))
    fault(
      'placed-before-authority',
      'placed',
      'placementOrder',
      "On the day of the placement for adoption there was neither a placement order in force nor the parents' consent (s19).",
    )
  for (const name of ['matched', 'placed'] as const)
    if (journey[name] !== null && admDecision === null)
      fault('no-decision', name, 'admDecision', `There is a ${DATE_WORDS[name]}, but no agency decision maker's decision that the child should be placed.`)
  if (adoptionOrder !== null && placed === null)
    fault('adopted-unplaced', 'adoptionOrder', 'placed', 'There is an adoption order, but no placement for adoption.')
  if (adoptionOrder !== null && planEnded !== null)
    fault('adopted-and-ended', 'planEnded', 'adoptionOrder', 'There is an adoption order and an end of the plan: only one can be right.')
  if (revoked !== null && placementOrder === null)
    fault('revoked-without-po', 'revoked', 'placementOrder', 'There is no placement order that could be revoked.')
  if (revoked !== null && adoptionOrder !== null)
    fault('adopted-and-ended', 'revoked', 'adoptionOrder', 'There is an adoption order and a revoked placement order: only one can be right.')
  const tooEarly = facts.unborn ? NOT_BEFORE_BIRTH.find((name) => journey[name] !== null) : undefined
  if (tooEarly) fault('unborn', tooEarly, 'born', `The child is not born yet: record the birth before the ${DATE_WORDS[tooEarly]}.`)
  if (profileLive !== null && facts.legalAdviceOn === null && (admDecision === null || profileLive < admDecision))
    fault(
      'profile-before-adm',
      'profileLive',
      'admDecision',
      "A profile before the agency decision maker's decision needs legal advice: record the day of the advice first.",
    )
  faults.push(...routeFaults(facts, today))
  const earlier = attempts.findLast(({ endedBy }) => endedBy === 'plan-ended')
  if (earlier && admDecision !== null && admDecision <= earlier.on)
    fault('same-decision', 'admDecision', 'planEnded', 'A new decision is dated after the day on which the earlier plan ended.')
  return faults
}
