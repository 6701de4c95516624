import { PAUSE_REASONS, type Attempt, type Journey, type JourneyDate, type Pause } from '../../children/child-views.ts'
import { NO_DATES } from '../../children/journey/journey.ts'
import { addDays, daysBetween, type PlainDate } from '../../core/plain-date.ts'
import type { Come } from './plan.ts'
import type { Random } from './random.ts'

/** Days back from the day on which the demo is made. */
interface Timing {
  readonly care: number
  readonly journey: Journey
}

const ORDER: readonly JourneyDate[] = ['admDecision', 'placementOrder']
const REACHED: Readonly<Record<Come, readonly JourneyDate[]>> = {
  unborn: [],
  inCare: [],
  admDecision: ['admDecision'],
  placementOrder: ORDER,
  linked: [...ORDER, 'linkExploring', 'linked'],
  carers: [...ORDER, 'linkExploring'],
  disrupted: ORDER,
  matched: [...ORDER, 'linkExploring', 'linked', 'matchPanel', 'matched'],
  placed: [...ORDER, 'matchPanel', 'matched', 'introductions', 'placed'],
  adoptionOrder: [...ORDER, 'matched', 'placed', 'adoptionOrder'],
  planEnded: [...ORDER, 'planEnded'],
}
/** These look for a family today. */
export const WAITS: readonly Come[] = ['admDecision', 'placementOrder', 'disrupted']

/** Days that a step takes after the one before. */
const gapBefore = (random: Random, step: JourneyDate, come: Come): number => {
  switch (step) {
    case 'placementOrder':
      return random.between(18, 110)
    case 'linkExploring':
      return random.between(25, 160)
    case 'linked':
    case 'matchPanel':
      return random.between(20, 45)
    case 'matched':
      return come === 'placed' || come === 'matched' ? random.between(2, 7) : random.between(60, 300)
    case 'introductions':
    case 'placed':
      return random.between(8, 20)
    case 'adoptionOrder':
      return random.between(130, 260)
    default:
      return random.between(150, 400)
  }
}

/** The way to the decision, and what goes on beside it: only what has happened by today. */
const inventBeside = (random: Random, care: number, journey: Journey, today: PlainDate): Partial<Journey> => {
  const packA = care - random.between(10, 30)
  const parallel = packA - random.between(10, 30)
  const requested = parallel - random.between(3, 10)
  const day = (back: number): PlainDate | null => (back >= 0 ? addDays(today, -back) : null)
  const { admDecision, placementOrder, planEnded, adoptionOrder } = journey
  const live = admDecision !== null && random.chance(82) ? addDays(admDecision, random.between(4, 55)) : null
  const profileLive = live !== null && live <= today ? live : null
  const updated = profileLive === null ? null : addDays(profileLive, random.between(40, 150))
  const isOpen = planEnded === null && adoptionOrder === null
  return {
    packA: day(packA),
    parallelPlan: day(parallel),
    cprRequested: day(requested),
    cprSubmitted: admDecision === null ? null : addDays(admDecision, -random.between(3, 12)),
    permanencePlan: day(care - random.between(85, 130)),
    profileLive,
    profileUpdated: updated !== null && updated <= today ? updated : null,
    lastReview: isOpen && placementOrder !== null && random.chance(85) ? day(random.between(5, 170)) : null,
  }
}

/** Steps of the journey backwards from the last one: most wait some months after the order, a few nearly two years. */
export const inventTiming = (random: Random, come: Come, today: PlainDate): Timing => {
  if (come === 'unborn')
    return { care: 0, journey: { ...NO_DATES, packA: addDays(today, -random.between(20, 40)), parallelPlan: addDays(today, -random.between(3, 18)) } }
  const wait = random.chance(15) ? random.between(420, 640) : random.between(12, 400)
  const last = come === 'inCare' ? 0 : WAITS.includes(come) ? wait : random.between(5, come === 'matched' ? 20 : 120)
  const reached = REACHED[come]
  let back = last
  const dates: Record<string, PlainDate | null> = { ...NO_DATES }
  for (const step of [...reached].reverse()) {
    dates[step] = addDays(today, -back)
    back += step === 'admDecision' ? 0 : gapBefore(random, step, come)
  }
  const care = back + (come === 'inCare' ? random.between(20, 120) : random.between(95, 270))
  const early = reached.includes('placementOrder') && random.chance(12)
  const main: Journey = {
    ...(dates as Journey),
    enteredCare: addDays(today, -care),
    earlyPermanence: early ? addDays(today, -care + random.between(2, 60)) : null,
  }
  const exploring = come === 'placementOrder' && random.chance(14) ? { linkExploring: addDays(today, -random.between(1, Math.min(60, wait))) } : {}
  return { care, journey: { ...main, ...inventBeside(random, care, main, today), ...exploring } }
}

/** One placement that disrupted: match and placement lie between the order and the family finding of today. */
export const inventAttempts = (random: Random, come: Come, { placementOrder }: Journey, today: PlainDate): readonly Attempt[] => {
  if (come !== 'disrupted' || placementOrder === null) return []
  const step = Math.floor(daysBetween(placementOrder, today) / 5)
  const at = (steps: number): PlainDate => addDays(placementOrder, steps * step)
  return [{ endedBy: 'disrupted', on: at(3), reason: null, dates: { matched: at(1), placed: at(2) } }]
}

export const inventPauses = (random: Random, come: Come, today: PlainDate): readonly Pause[] => {
  const from = addDays(today, -random.between(4, 11))
  if (!WAITS.includes(come) || !random.chance(9)) return []
  return random.chance(60)
    ? [{ kind: 'on-hold', reason: random.pick(PAUSE_REASONS['on-hold']), from, until: null }]
    : [{ kind: 'legal-challenge', reason: random.pick(PAUSE_REASONS['legal-challenge']), from, until: null }]
}
