import { NEED_CATEGORIES, ROUTE_DATES, type Journey, type Need, type Routes, type SiblingPlan } from '../../children/child-views.ts'
import { NOTHING_KNOWN, type Child, type Secrets } from '../../children/child.ts'
import type { AgencyId, ChildId, WorkerId } from '../../core/ids.ts'
import { addDays, type PlainDate } from '../../core/plain-date.ts'
import { newReference } from '../../core/reference.ts'
import { DEMO_AGENCIES } from './agencies.ts'
import { inventAttempts, inventPauses, inventTiming, WAITS } from './invent-journey.ts'
import { PLAN, type PlannedGroup } from './plan.ts'
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

/** The likeliest first, each some weeks after the decision; only what has happened by today. */
const inventRoutes = (random: Random, { admDecision }: Journey, today: PlainDate): Routes =>
  Object.fromEntries(
    ROUTE_DATES.flatMap((route, index) => {
      const on = admDecision !== null && random.chance(75 - 8 * index) ? addDays(admDecision, random.between(5, 40 + 20 * index)) : null
      return on === null || on > today ? [] : [[route, on]]
    }),
  )

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
  const routes = inventRoutes(random, journey, today)
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
