import { JOURNEY_DATES } from '../../src/children/child-views.ts'
import type { EntitledChildDetail, OwnChildDetail } from '../../tab/api/shapes.ts'

type SharedChild = Exclude<EntitledChildDetail, OwnChildDetail>

const facts = {
  reference: 'FF-7K3Q0',
  agency: { code: 'LEICS', name: 'Leicestershire County Council' },
  ageYears: 4,
  sex: 'female',
  siblings: 0,
  siblingPlan: null,
  stage: 'placementOrder',
  isWaiting: true,
  daysWaiting: 100,
  daysFromAdm: 100,
  daysFromOrder: 50,
  needs: [],
  ethnicityGroup: 'White',
  disability: false,
  standing: 'family-finding',
  harderToPlace: [],
  routes: [],
  nextStep: null,
  nextStepWhose: null,
  worker: null,
  actions: ['read'],
} as const

/** A child as the placing agency sees it, with these dates and no others. */
export const anOwnChild = ({
  journey = {},
  ...rest
}: Partial<Omit<OwnChildDetail, 'journey'>> & { readonly journey?: Partial<OwnChildDetail['journey']> }): OwnChildDetail => ({
  ...facts,
  view: 'own',
  version: 1,
  siblingReferences: [],
  harderToPlaceAtDecision: [],
  daysFromEnteringCare: 200,
  ethnicity: null,
  nextStepDue: null,
  planEndedReason: null,
  socialWorker: null,
  expectedBirth: null,
  changedOn: '2026-11-20',
  ethnicityCode: null,
  legalStatus: null,
  earlyPermanenceRoute: null,
  fosterCarerAdoption: null,
  legalAdviceOn: null,
  routeDates: [],
  siblingPlanOn: null,
  workerId: null,
  socialWorkerId: null,
  clocks: [],
  thresholds: [],
  pauses: [],
  attempts: [],
  warnings: [],
  changes: [],
  recordable: [],
  mayDisrupt: false,
  mayDecideAgain: false,
  mayTakeBack: false,
  journey: { ...(Object.fromEntries(JOURNEY_DATES.map((name) => [name, null])) as OwnChildDetail['journey']), ...journey },
  ...rest,
})

/** A child as a partner agency sees it. */
export const aSharedChild = (rest: Partial<SharedChild>): SharedChild => ({ ...facts, view: 'shared', ...rest })
