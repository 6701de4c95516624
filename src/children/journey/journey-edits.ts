import type { PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import {
  JOURNEY_DATES,
  ROUTE_DATES,
  type Attempt,
  type Journey,
  type JourneyDate,
  type PlanEndedReason,
  type RecordedDate,
  type RouteDate,
  type Routes,
} from '../child-views.ts'
import type { Child } from '../child.ts'
import { journeyFaults, PLACEMENT_DATES, type JourneyFacts } from './journey-faults.ts'
import { DATE_WORDS, NO_DATES } from './journey.ts'

/** What of a child a journey's edits read and change. */
export type OnJourney = Pick<Child, 'journey' | 'planEndedReason' | 'attempts' | 'routes' | 'expectedBirth' | 'legalAdviceOn'>

export const journeyFactsOf = (child: OnJourney, born: PlainDate | null): JourneyFacts => ({
  journey: child.journey,
  born,
  unborn: born === null && child.expectedBirth !== null,
  attempts: child.attempts,
  routes: child.routes,
  legalAdviceOn: child.legalAdviceOn,
})

const faultName = ({ code, date, with: other }: ReturnType<typeof journeyFaults>[number]): string => `${code} ${date} ${other ?? ''}`

/**
 * Refuses what brings a fault that was not there, or leaves one at the date that is edited. A fault elsewhere (from an import) does not
 * stand in the way of putting other dates right.
 */
export const unlessFaulty = <C extends OnJourney>(
  was: OnJourney,
  child: C,
  born: PlainDate | null,
  today: PlainDate,
  field: string,
  { date, wasBorn = born }: { readonly date?: RecordedDate; readonly wasBorn?: PlainDate | null } = {},
): Result<C> => {
  const before = new Set(journeyFaults(journeyFactsOf(was, wasBorn), today).map(faultName))
  const fault = journeyFaults(journeyFactsOf(child, born), today).find(
    (one) => !before.has(faultName(one)) || (date !== undefined && (one.date === date || one.with === date)),
  )
  return fault ? invalid(field, fault.sentence) : ok(child)
}

const isRoute = (date: RecordedDate): date is RouteDate => ROUTE_DATES.some((route) => route === date)

/** The day that is recorded; null for none. */
export const dayRecorded = ({ journey, routes }: Pick<OnJourney, 'journey' | 'routes'>, date: RecordedDate): PlainDate | null =>
  isRoute(date) ? (routes[date] ?? null) : journey[date]

const isThere = (child: OnJourney, date: RecordedDate): boolean => (isRoute(date) ? child.routes[date] !== undefined : child.journey[date] !== null)

const withoutRoute = (routes: Routes, route: RouteDate): Routes => Object.fromEntries(Object.entries(routes).filter(([name]) => name !== route))

const dated = <C extends OnJourney>(child: C, date: RecordedDate, on: PlainDate | null): C => {
  if (!isRoute(date)) return { ...child, journey: { ...child.journey, [date]: on } }
  return { ...child, routes: on === null ? withoutRoute(child.routes, date) : { ...child.routes, [date]: on } }
}

export interface DateEdit {
  readonly date: RecordedDate
  /** null takes a date away that was recorded by mistake */
  readonly on: PlainDate | null
  readonly reason?: PlanEndedReason | undefined
}

/** The child with this date recorded, corrected or taken away; invalid with a sentence when the journey could then not be right. */
export const withDate = <C extends OnJourney>(child: C, { date, on, reason }: DateEdit, born: PlainDate | null, today: PlainDate): Result<C> => {
  const ends = date === 'planEnded' && on !== null
  if (ends && reason === undefined) return invalid('reason', 'Say why the plan ended: RD1, RD2, RD3 or RD4.')
  if (!ends && reason !== undefined) return invalid('reason', 'A reason goes with the end of the plan only.')
  if (on === null && !isThere(child, date)) return invalid('date', `There is no ${DATE_WORDS[date]} to take away.`)
  const changed = { ...dated(child, date, on), planEndedReason: date === 'planEnded' ? (reason ?? null) : child.planEndedReason }
  // taking a date away is judged by what it leaves behind, not by the faults it had itself
  return unlessFaulty(child, changed, born, today, on === null ? 'date' : 'on', on === null ? {} : { date })
}

/** An unborn child was born: nothing that was recorded may then be dated before a birth it must follow. */
export const born = <C extends OnJourney>(child: C, on: PlainDate, today: PlainDate): Result<C> => {
  if (on > today) return invalid('on', 'The birth lies in the future.')
  return unlessFaulty(child, child, on, today, 'on', { wasBorn: null })
}

const datesOf = (journey: Journey, names: readonly JourneyDate[]): Attempt['dates'] =>
  Object.fromEntries(names.flatMap((name) => (journey[name] === null ? [] : [[name, journey[name]]])))

const without = (journey: Journey, names: readonly JourneyDate[]): Journey => ({ ...journey, ...Object.fromEntries(names.map((name) => [name, null])) })

/** Whether a placement can disrupt: placed, no adoption order yet, the plan not ended (S003 §11: disruptions before the order). */
export const canDisrupt = ({ journey }: Pick<Child, 'journey'>): boolean =>
  journey.placed !== null && journey.adoptionOrder === null && journey.planEnded === null

/** The placement disrupted: match and placement are kept as an attempt, and the child waits again under the same decision and order. */
export const disrupt = <C extends OnJourney>(child: C, on: PlainDate, born: PlainDate | null, today: PlainDate): Result<C> => {
  const { journey } = child
  if (!canDisrupt(child)) return invalid('on', 'Only a placement for adoption without an adoption order can disrupt.')
  if (on > today) return invalid('on', 'The disruption lies in the future.')
  if (journey.placed !== null && on < journey.placed) return invalid('on', 'The disruption is before the placement for adoption.')
  const attempt: Attempt = { endedBy: 'disrupted', on, reason: null, dates: datesOf(journey, PLACEMENT_DATES) }
  return unlessFaulty(child, { ...child, journey: without(journey, PLACEMENT_DATES), attempts: [...child.attempts, attempt] }, born, today, 'on')
}

/** The routes of an attempt that is over go with it; one whose day nobody recorded stays, since nobody knows of which attempt it was. */
const splitRoutes = (routes: Routes): { readonly over: Attempt['dates']; readonly stay: Routes } => {
  const entries = Object.entries(routes)
  return { over: Object.fromEntries(entries.filter(([, on]) => on !== null)), stay: Object.fromEntries(entries.filter(([, on]) => on === null)) }
}

/** These hold for the child and not for one plan of adoption. */
const STAYS: readonly JourneyDate[] = ['enteredCare', 'lastReview', 'parentalConsent', 'earlyPermanence']

/** Whether there may be a new decision after the plan had ended. */
export const canDecideAgain = ({ journey }: Pick<Child, 'journey'>): boolean => journey.planEnded !== null

/**
 * Adoption is the plan again: the ended attempt is kept whole, and a new one begins with a new decision (SSDA903 rule 561). A
 * placement order that nobody revoked is still in force and goes along.
 */
export const decideAgain = <C extends OnJourney>(child: C, on: PlainDate, born: PlainDate | null, today: PlainDate): Result<C> => {
  const { journey } = child
  if (journey.planEnded === null) return invalid('on', 'The plan has not ended: correct the decision that is recorded instead.')
  if (on <= journey.planEnded) return invalid('on', 'A new decision is dated after the day on which the earlier plan ended.')
  if (on > today) return invalid('on', 'The decision lies in the future.')
  const own = (Object.keys(journey) as JourneyDate[]).filter((name) => !STAYS.includes(name))
  const { over, stay } = splitRoutes(child.routes)
  const attempt: Attempt = { endedBy: 'plan-ended', on: journey.planEnded, reason: child.planEndedReason, dates: { ...datesOf(journey, own), ...over } }
  const kept = Object.fromEntries(STAYS.map((name) => [name, journey[name]]))
  const begun: Journey = { ...NO_DATES, ...kept, placementOrder: journey.revoked === null ? journey.placementOrder : null, admDecision: on }
  return unlessFaulty(child, { ...child, journey: begun, routes: stay, planEndedReason: null, attempts: [...child.attempts, attempt] }, born, today, 'on')
}

const sameDates = (journey: Journey, names: readonly JourneyDate[], dates: Attempt['dates'] = {}): boolean =>
  names.every((name) => journey[name] === (dates[name] ?? null))

/** Dates that a new attempt after an ended plan does not begin with. */
const LATER = JOURNEY_DATES.filter((name) => !STAYS.includes(name) && name !== 'admDecision' && name !== 'placementOrder')

/** The last attempt whose end may be taken back: nothing was recorded since. */
export const lastToTakeBack = ({ journey, attempts, routes }: Pick<Child, 'journey' | 'attempts' | 'routes'>): Attempt | undefined => {
  const last = attempts.at(-1)
  if (last === undefined) return undefined
  const untouched =
    last.endedBy === 'disrupted'
      ? sameDates(journey, [...PLACEMENT_DATES, 'adoptionOrder', 'planEnded'])
      : Object.values(routes).every((on) => on === null) &&
        sameDates(journey, LATER) &&
        (journey.placementOrder === null || journey.placementOrder === last.dates.placementOrder)
  return untouched ? last : undefined
}

const partsOf = (dates: Attempt['dates']): { readonly journeyDates: Partial<Journey>; readonly routes: Routes } => {
  const entries = Object.entries(dates)
  const isOfRoute = (name: string): boolean => ROUTE_DATES.some((route) => route === name)
  return {
    journeyDates: Object.fromEntries(entries.filter(([name]) => !isOfRoute(name))),
    routes: Object.fromEntries(entries.filter(([name]) => isOfRoute(name))),
  }
}

/** A disruption, or a new decision, that was recorded by mistake: the attempt is the current one again, with all its dates. */
export const takeBack = <C extends OnJourney>(child: C, birth: PlainDate | null, today: PlainDate): Result<C> => {
  const last = lastToTakeBack(child)
  if (last === undefined) return invalid('attempt', 'Other dates were recorded since. Take those away first, then try again.')
  const attempts = child.attempts.slice(0, -1)
  const { journeyDates, routes } = partsOf(last.dates)
  if (last.endedBy === 'disrupted') return unlessFaulty(child, { ...child, journey: { ...child.journey, ...journeyDates }, attempts }, birth, today, 'attempt')
  const kept = Object.fromEntries(STAYS.map((name) => [name, child.journey[name]]))
  const journey: Journey = { ...NO_DATES, ...kept, ...journeyDates }
  return unlessFaulty(child, { ...child, journey, routes: { ...child.routes, ...routes }, planEndedReason: last.reason, attempts }, birth, today, 'attempt')
}
