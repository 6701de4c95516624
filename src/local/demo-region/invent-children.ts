import {
  NEED_CATEGORIES,
  PAUSE_REASONS,
  SEARCH_ROUTES,
  type Attempt,
  type Journey,
  type JourneyDate,
  type Need,
  type Pause,
  type SiblingPlan,
} from '../../children/child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../../children/child.ts'
import { NO_DATES } from '../../children/journey.ts'
import type { AgencyId, ChildId, WorkerId } from '../../core/ids.ts'
import { addDays, daysBetween, type PlainDate } from '../../core/plain-date.ts'
import { newReference } from '../../core/reference.ts'
import { DEMO_AGENCIES } from './agencies.ts'
import { PLAN, type Come, type PlannedGroup } from './plan.ts'
import { seededRandom, type Random } from './random.ts'
import { BOYS, CITY_ETHNICITIES, FAMILIES, GIRLS, NEXT_STEPS, SHIRE_ETHNICITIES } from './words.ts'

export interface InventedChild {
  readonly child: Child
  readonly secrets: Secrets
}

/** Who may have a child's case at one agency. */
export interface CaseWorkers {
  readonly finders: readonly WorkerId[]
  readonly socialWorkers: readonly WorkerId[]
}

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
const WAITS: readonly Come[] = ['admDecision', 'placementOrder', 'disrupted']

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
const inventTiming = (random: Random, come: Come, today: PlainDate): Timing => {
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
const inventAttempts = (random: Random, come: Come, { placementOrder }: Journey, today: PlainDate): readonly Attempt[] => {
  if (come !== 'disrupted' || placementOrder === null) return []
  const step = Math.floor(daysBetween(placementOrder, today) / 5)
  const at = (steps: number): PlainDate => addDays(placementOrder, steps * step)
  return [{ endedBy: 'disrupted', on: at(3), reason: null, dates: { matched: at(1), placed: at(2) } }]
}

const inventPauses = (random: Random, come: Come, today: PlainDate): readonly Pause[] => {
  const from = addDays(today, -random.between(4, 11))
  if (!WAITS.includes(come) || !random.chance(9)) return []
  return random.chance(60)
    ? [{ kind: 'on-hold', reason: random.pick(PAUSE_REASONS['on-hold']), from, until: null }]
    : [{ kind: 'legal-challenge', reason: random.pick(PAUSE_REASONS['legal-challenge']), from, until: null }]
}

/** Age in days on the day of entering care; four of ten are babies. */
const inventAge = (random: Random): number => {
  const band = random.below(100)
  if (band < 40) return random.between(0, 60)
  if (band < 72) return random.between(200, 1_100)
  return band < 96 ? random.between(1_200, 2_700) : random.between(2_900, 3_500)
}

const inventNeeds = (random: Random, inPair: boolean): readonly Need[] =>
  NEED_CATEGORIES.filter((category) =>
    category === 'siblings' ? inPair && random.chance(70) : random.chance(category === 'development' || category === 'contact' ? 38 : 16),
  ).map((category) => ({ category, grade: random.chance(60) ? 'some' : random.chance(70) ? 'significant' : 'unknown' }))

const inventRoutes = (random: Random, come: Come): readonly string[] =>
  come === 'inCare' || come === 'unborn' ? [] : SEARCH_ROUTES.filter((_, index) => random.chance(70 - 8 * index))

const inventGroup = (
  random: Random,
  group: PlannedGroup,
  today: PlainDate,
  { finders, socialWorkers }: CaseWorkers,
  agencyId: AgencyId,
): readonly InventedChild[] => {
  const { come } = group
  const { care, journey } = inventTiming(random, come, today)
  const inPair = group.sexes.length > 1
  const siblingGroup = inPair ? random.uuid() : null
  const siblingPlan: SiblingPlan | null = inPair ? (random.chance(80) ? 'together' : 'undecided') : null
  const family = random.pick(FAMILIES)
  const ethnicity = random.pick(group.agency === 'CITY' ? CITY_ETHNICITIES : SHIRE_ETHNICITIES)
  const isOpen = WAITS.includes(come) || come === 'linked' || come === 'carers' || come === 'matched'
  const unborn = come === 'unborn'
  const pauses = inventPauses(random, come, today)
  const attempts = inventAttempts(random, come, journey, today)
  const routes = inventRoutes(random, come)
  let youngest = inventAge(random)
  return group.sexes.map((sex) => {
    const born = addDays(today, -(care + youngest))
    youngest += random.between(330, 900)
    const [nextStep, nextStepWhose] = random.pick(NEXT_STEPS)
    return {
      child: {
        ...NOTHING_KNOWN,
        id: random.uuid() as ChildId,
        agencyId,
        reference: newReference('FF', random.below),
        version: 1,
        sex,
        ethnicity,
        disability: unborn ? null : random.chance(11),
        expectedBirth: unborn ? addDays(today, random.between(20, 120)).slice(0, 7) : null,
        legalStatus: unborn ? null : journey.adoptionOrder !== null ? null : journey.placementOrder !== null ? 'E1' : 'C1',
        earlyPermanenceRoute:
          journey.earlyPermanence === null ? (unborn ? 'fostering-for-adoption' : null) : random.chance(70) ? 'fostering-for-adoption' : 'concurrency',
        fosterCarerAdoption: come === 'carers' ? true : null,
        attempts,
        pauses,
        journey,
        planEndedReason: come === 'planEnded' ? random.pick(['RD1', 'RD3', 'RD4']) : null,
        siblingGroup,
        siblingPlan,
        siblingPlanOn: siblingPlan === 'together' ? journey.admDecision : null,
        needs: unborn ? [] : inventNeeds(random, inPair),
        routes,
        workerId: finders[random.below(finders.length)] ?? null,
        socialWorkerId: socialWorkers[random.below(socialWorkers.length)] ?? null,
        nextStep: isOpen ? nextStep : null,
        nextStepDue: isOpen ? addDays(today, random.between(-10, 35)) : null,
        nextStepWhose: isOpen ? nextStepWhose : null,
      },
      secrets: {
        name: unborn ? null : `${random.pick(sex === 'female' ? GIRLS : BOYS)} ${family}`,
        born: unborn ? null : born,
        localReference: `${group.agency}-${random.between(100_000, 999_999).toString()}`,
      },
    }
  })
}

/** The demo region's children: the same ones at every start, with dates laid out back from `today`. */
export const inventChildren = (today: PlainDate, workersOf: (agencyCode: string) => CaseWorkers): readonly InventedChild[] => {
  const random = seededRandom(20_241_105)
  return PLAN.flatMap((group) => {
    const agency = DEMO_AGENCIES.find(({ code }) => code === group.agency)
    if (!agency) throw new Error(`The plan of the demo region names no agency of it: ${group.agency}.`)
    return inventGroup(random, group, today, workersOf(group.agency), agency.id as AgencyId)
  })
}
