import { JOURNEY_DATES, STANDINGS, type Attempt, type Journey, type JourneyDate, type Pause, type Sex, type Standing } from '../../children/child-views.ts'
import { PLACEMENT_DATES } from '../../children/journey/journey-faults.ts'
import { isOrderNotPlaced, isWaiting, standingOf } from '../../children/journey/journey.ts'
import type { PlainDate } from '../../core/plain-date.ts'

/** What of a child the figures of a period are counted from. */
export interface CountedChild {
  readonly sex: Sex | null
  readonly siblingGroup: string | null
  readonly journey: Journey
  readonly attempts: readonly Attempt[]
  readonly pauses: readonly Pause[]
  readonly fosterCarerAdoption: boolean | null
}

/** Inclusive on both sides. */
export interface Period {
  readonly from: PlainDate
  readonly until: PlainDate
}

/** What happened in a period; a child with two decisions in it counts twice. */
export interface Flows {
  readonly admDecisions: number
  readonly placementOrders: number
  readonly earlyPermanence: number
  readonly matched: number
  readonly placed: number
  /** of the placed: with their foster carers, and as members of a sibling group placed in the period */
  readonly placedWithFosterCarers: number
  readonly placedInSiblingGroups: number
  readonly adoptionOrders: number
  readonly plansEnded: number
  readonly disruptions: number
}

/** How it stood at the end of a period. */
export interface Stocks {
  readonly waiting: number
  readonly orderNotMatched: number
  readonly orderNotPlaced: {
    readonly total: number
    readonly boys: number
    readonly girls: number
    /** groups of at least two members in this stock, and their members */
    readonly siblingGroups: number
    readonly inSiblingGroups: number
    readonly byStanding: Readonly<Record<Standing, number>>
  }
  /** in placement without an adoption order */
  readonly placedAwaitingOrder: number
}

const within = ({ from, until }: Period, day: PlainDate | null | undefined): boolean => day !== null && day !== undefined && day >= from && day <= until

/** The dates of every attempt, the current one last. A carried order stands in two attempts and is one event. */
const eachDay = ({ journey, attempts }: CountedChild, name: JourneyDate): readonly PlainDate[] => [
  ...new Set([...attempts.map(({ dates }) => dates[name]), journey[name]].filter((day) => day !== null && day !== undefined)),
]

const known = (day: PlainDate | null | undefined, on: PlainDate): PlainDate | null => (day !== null && day !== undefined && day <= on ? day : null)

/** What a placement consists of is put back whole, so that the next placement's dates are not taken for it. */
const NO_PLACEMENT: Partial<Journey> = { ...Object.fromEntries(PLACEMENT_DATES.map((name) => [name, null])), adoptionOrder: null, planEnded: null }

/** The attempt under way on a day: its place among the attempts, or their number for the current one. An ended plan lasts until the next decision. */
const planOn = ({ journey, attempts }: CountedChild, on: PlainDate): number => {
  const ends = attempts.flatMap(({ endedBy }, index) => (endedBy === 'plan-ended' ? [index] : []))
  const next = (index: number): PlainDate | null | undefined => {
    const later = ends.find((end) => end > index)
    return later === undefined ? journey.admDecision : attempts[later]?.dates.admDecision
  }
  return ends.find((index) => on < (next(index) ?? attempts[index]?.on ?? on)) ?? attempts.length
}

/**
 * The journey as it stood at the end of a day: the attempt under way then, with a placement that disrupted later put back, and without
 * what came later. What was corrected or taken away since then is not known any more.
 */
const asOf = (child: CountedChild, on: PlainDate): Journey => {
  const { journey, attempts } = child
  const plan = planOn(child, on)
  const disrupted = attempts.slice(0, plan).find((attempt) => attempt.on > on)
  const lasting: Partial<Journey> = { enteredCare: journey.enteredCare, parentalConsent: journey.parentalConsent, earlyPermanence: journey.earlyPermanence }
  const whole: Partial<Journey> = { ...lasting, ...(attempts[plan]?.dates ?? journey), ...(disrupted && { ...NO_PLACEMENT, ...disrupted.dates }) }
  return Object.fromEntries(JOURNEY_DATES.map((name) => [name, known(whole[name], on)])) as Record<JourneyDate, PlainDate | null>
}

export const flowsOf = (children: readonly CountedChild[], period: Period): Flows => {
  const count = (name: JourneyDate): number => children.reduce((sum, child) => sum + eachDay(child, name).filter((day) => within(period, day)).length, 0)
  const placed = children.filter((child) => eachDay(child, 'placed').some((day) => within(period, day)))
  const groups = placed.flatMap(({ siblingGroup }) => (siblingGroup === null ? [] : [siblingGroup]))
  return {
    admDecisions: count('admDecision'),
    placementOrders: count('placementOrder'),
    earlyPermanence: count('earlyPermanence'),
    matched: count('matched'),
    placed: count('placed'),
    placedWithFosterCarers: placed.filter(({ fosterCarerAdoption }) => fosterCarerAdoption === true).length,
    placedInSiblingGroups: groups.filter((group, _at, all) => all.filter((other) => other === group).length > 1).length,
    adoptionOrders: count('adoptionOrder'),
    plansEnded: count('planEnded'),
    disruptions: children.reduce((sum, { attempts }) => sum + attempts.filter(({ endedBy, on }) => endedBy === 'disrupted' && within(period, on)).length, 0),
  }
}

const openPauses = (pauses: readonly Pause[], on: PlainDate): readonly Pause[] =>
  pauses.filter(({ from, until }) => from <= on && (until === null || until > on)).map((pause) => ({ ...pause, until: null }))

export const stocksOf = (children: readonly CountedChild[], on: PlainDate): Stocks => {
  const then = children.map((child) => ({ child, journey: asOf(child, on) }))
  const stock = then.filter(({ journey }) => isOrderNotPlaced(journey))
  const members = new Map<string, number>()
  for (const { child } of stock) if (child.siblingGroup !== null) members.set(child.siblingGroup, (members.get(child.siblingGroup) ?? 0) + 1)
  const groups = [...members.values()].filter((size) => size > 1)
  const standings = stock.map(({ child, journey }) => standingOf(journey, openPauses(child.pauses, on), child.fosterCarerAdoption))
  const isOver = (journey: Journey): boolean => journey.adoptionOrder !== null || journey.planEnded !== null
  return {
    waiting: then.filter(({ journey }) => isWaiting(journey)).length,
    orderNotMatched: stock.filter(({ journey }) => journey.matched === null).length,
    orderNotPlaced: {
      total: stock.length,
      boys: stock.filter(({ child }) => child.sex === 'male').length,
      girls: stock.filter(({ child }) => child.sex === 'female').length,
      siblingGroups: groups.length,
      inSiblingGroups: groups.reduce((sum, size) => sum + size, 0),
      byStanding: Object.fromEntries(STANDINGS.map((name) => [name, standings.filter((one) => one === name).length])) as Record<Standing, number>,
    },
    placedAwaitingOrder: then.filter(({ journey }) => journey.placed !== null && !isOver(journey)).length,
  }
}
