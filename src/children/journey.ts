import type { PlainDate } from '../core/plain-date.ts'
import type { Journey, JourneyDate, Stage } from './child-views.ts'

export const NO_DATES: Journey = {
  enteredCare: null,
  admDecision: null,
  placementOrder: null,
  earlyPermanence: null,
  matched: null,
  placed: null,
  adoptionOrder: null,
  planEnded: null,
}

/** The furthest first: the first that has a date is the stage. */
const STAGES_FROM_THE_END = [
  'planEnded',
  'adoptionOrder',
  'placed',
  'matched',
  'placementOrder',
  'admDecision',
  'enteredCare',
] as const satisfies readonly Stage[]

/** Where the plan stands. A child with no date at all counts as in care: the app knows no child who is not. */
export const stageOf = (journey: Journey): Stage => STAGES_FROM_THE_END.find((stage) => journey[stage] !== null) ?? 'enteredCare'

/** The day the wait counts from: the earlier of ADM decision and placement order. Null before both. */
export const waitingFrom = ({ admDecision, placementOrder }: Journey): PlainDate | null => {
  if (admDecision === null || placementOrder === null) return admDecision ?? placementOrder
  return admDecision < placementOrder ? admDecision : placementOrder
}

/** Waits from that day until matched, placed, adopted or plan ended. */
export const isWaiting = (journey: Journey): boolean =>
  waitingFrom(journey) !== null && journey.matched === null && journey.placed === null && journey.adoptionOrder === null && journey.planEnded === null

/** Why dates cannot all be right. The codes are those of the national return's checks and of the import. */
export type JourneyFault = {
  readonly code: 'order' | 'future-date' | 'po-without-adm' | 'placed-without-po' | 'adopted-and-ended'
  /** the date that does not fit, and the one that it does not fit with */
  readonly date: JourneyDate
  readonly with: JourneyDate | 'born' | null
  readonly sentence: string
}

/** As people say them in a sentence. */
export const DATE_WORDS: Readonly<Record<JourneyDate | 'born', string>> = {
  born: 'date of birth',
  enteredCare: 'date of entering care',
  admDecision: "agency decision maker's decision",
  placementOrder: 'placement order',
  earlyPermanence: 'early permanence placement',
  matched: 'match',
  placed: 'placement for adoption',
  adoptionOrder: 'adoption order',
  planEnded: 'end of the plan',
}

/** Earlier, then later; the same day is in order. A match before the placement order is allowed. */
const ORDER: readonly (readonly [JourneyDate | 'born', JourneyDate])[] = [
  ['born', 'enteredCare'],
  ['born', 'admDecision'],
  ['born', 'placementOrder'],
  ['enteredCare', 'admDecision'],
  ['enteredCare', 'placementOrder'],
  ['admDecision', 'placementOrder'],
  ['admDecision', 'matched'],
  ['matched', 'placed'],
  ['admDecision', 'placed'],
  ['matched', 'adoptionOrder'],
  ['placed', 'adoptionOrder'],
  ['admDecision', 'adoptionOrder'],
  ['admDecision', 'planEnded'],
  ['born', 'earlyPermanence'],
]

/**
 * Everything about a journey that cannot be right, at most one finding about order.
 * Sources: SSDA903 rules 553 (order without decision) and 558 (adopted and ended); Adoption and Children Act 2002 s18 and s21
 * (placed only with an order; consent under s19 is not kept yet).
 */
export const journeyFaults = (journey: Journey, born: PlainDate | null, today: PlainDate): readonly JourneyFault[] => {
  const dateOf = (name: JourneyDate | 'born'): PlainDate | null => (name === 'born' ? born : journey[name])
  const faults: JourneyFault[] = []
  const names = Object.keys(journey) as JourneyDate[]

  const ahead = names.find((name) => (journey[name] ?? today) > today)
  if (ahead) faults.push({ code: 'future-date', date: ahead, with: null, sentence: `The ${DATE_WORDS[ahead]} lies in the future.` })

  const crossed = ORDER.find(([earlier, later]) => {
    const [first, second] = [dateOf(earlier), dateOf(later)]
    return first !== null && second !== null && first > second
  })
  if (crossed) {
    const [earlier, later] = crossed
    faults.push({ code: 'order', date: later, with: earlier, sentence: `The ${DATE_WORDS[later]} is before the ${DATE_WORDS[earlier]}.` })
  }
  if (journey.placementOrder !== null && journey.admDecision === null)
    faults.push({
      code: 'po-without-adm',
      date: 'placementOrder',
      with: 'admDecision',
      sentence: "There is a placement order, but no agency decision maker's decision.",
    })
  if (journey.placed !== null && journey.placementOrder === null)
    faults.push({
      code: 'placed-without-po',
      date: 'placed',
      with: 'placementOrder',
      sentence: 'The child is placed for adoption, but there is no placement order.',
    })
  if (journey.adoptionOrder !== null && journey.planEnded !== null)
    faults.push({
      code: 'adopted-and-ended',
      date: 'planEnded',
      with: 'adoptionOrder',
      sentence: 'There is an adoption order and an end of the plan: only one can be right.',
    })
  return faults
}
