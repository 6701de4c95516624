import { NEED_CATEGORIES, SEARCH_ROUTES, type Journey, type Need, type SiblingPlan } from '../../children/child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../../children/child.ts'
import { NO_DATES } from '../../children/journey.ts'
import type { AgencyId, ChildId, WorkerId } from '../../core/ids.ts'
import { addDays, type PlainDate } from '../../core/plain-date.ts'
import { newReference } from '../../core/reference.ts'
import { DEMO_AGENCIES } from './agencies.ts'
import { PLAN, type Come, type PlannedGroup } from './plan.ts'
import { seededRandom, type Random } from './random.ts'
import { BOYS, CITY_ETHNICITIES, FAMILIES, GIRLS, NEXT_STEPS, SHIRE_ETHNICITIES } from './words.ts'

export interface InventedChild {
  readonly child: Child
  readonly secrets: Secrets
}

/** Days back from the day on which the demo is made. */
interface Timing {
  readonly care: number
  readonly journey: Journey
}

const REACHED: Readonly<Record<Come, readonly Come[]>> = {
  inCare: [],
  admDecision: ['admDecision'],
  placementOrder: ['admDecision', 'placementOrder'],
  matched: ['admDecision', 'placementOrder', 'matched'],
  placed: ['admDecision', 'placementOrder', 'matched', 'placed'],
  adoptionOrder: ['admDecision', 'placementOrder', 'matched', 'placed', 'adoptionOrder'],
  planEnded: ['admDecision', 'placementOrder', 'planEnded'],
}

/** Steps of the journey backwards from the last one: most wait some months after the order, a few nearly two years. */
const inventTiming = (random: Random, come: Come, today: PlainDate): Timing => {
  const wait = random.chance(15) ? random.between(420, 640) : random.between(12, 400)
  const last = come === 'inCare' ? 0 : come === 'placementOrder' || come === 'admDecision' ? wait : random.between(5, 150)
  const gaps: Readonly<Record<Come, number>> = {
    inCare: 0,
    admDecision: 0,
    placementOrder: random.between(18, 110),
    matched: random.between(60, 300),
    placed: random.between(14, 45),
    adoptionOrder: random.between(130, 260),
    planEnded: random.between(150, 400),
  }
  const reached = REACHED[come]
  let back = last
  const journey: Record<string, PlainDate | null> = { ...NO_DATES }
  for (const step of [...reached].reverse()) {
    journey[step] = addDays(today, -back)
    back += gaps[step]
  }
  const care = back + (come === 'inCare' ? random.between(20, 120) : random.between(95, 270))
  journey['enteredCare'] = addDays(today, -care)
  const early = reached.includes('placementOrder') && random.chance(12)
  return { care, journey: { ...(journey as Journey), earlyPermanence: early ? addDays(today, -care + random.between(2, 60)) : null } }
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

const inventGroup = (random: Random, group: PlannedGroup, today: PlainDate, workers: readonly WorkerId[], agencyId: AgencyId): readonly InventedChild[] => {
  const { come } = group
  const { care, journey } = inventTiming(random, come, today)
  const inPair = group.sexes.length > 1
  const siblingGroup = inPair ? random.uuid() : null
  const siblingPlan: SiblingPlan | null = inPair ? (random.chance(80) ? 'together' : 'undecided') : null
  const family = random.pick(FAMILIES)
  const ethnicity = random.pick(group.agency === 'CITY' ? CITY_ETHNICITIES : SHIRE_ETHNICITIES)
  const isOpen = come === 'admDecision' || come === 'placementOrder' || come === 'matched'
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
        disability: random.chance(11),
        journey,
        planEndedReason: come === 'planEnded' ? random.pick(['RD1', 'RD3', 'RD4']) : null,
        siblingGroup,
        siblingPlan,
        needs: inventNeeds(random, inPair),
        routes: come === 'inCare' ? [] : SEARCH_ROUTES.filter((_, index) => random.chance(70 - 8 * index)),
        workerId: workers[random.below(workers.length)] ?? null,
        nextStep: isOpen ? nextStep : null,
        nextStepDue: isOpen ? addDays(today, random.between(-10, 35)) : null,
        nextStepWhose: isOpen ? nextStepWhose : null,
      },
      secrets: {
        name: `${random.pick(sex === 'female' ? GIRLS : BOYS)} ${family}`,
        born,
        localReference: `${group.agency}-${random.between(100_000, 999_999).toString()}`,
      },
    }
  })
}

/** The demo region's children: the same ones at every start, with dates laid out back from `today`. */
export const inventChildren = (today: PlainDate, workersOf: (agencyCode: string) => readonly WorkerId[]): readonly InventedChild[] => {
  const random = seededRandom(20_241_105)
  return PLAN.flatMap((group) => {
    const agency = DEMO_AGENCIES.find(({ code }) => code === group.agency)
    if (!agency) throw new Error(`The plan of the demo region names no agency of it: ${group.agency}.`)
    return inventGroup(random, group, today, workersOf(group.agency), agency.id as AgencyId)
  })
}
