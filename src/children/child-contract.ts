import * as z from 'zod'
import {
  ATTEMPT_ENDS,
  CHILD_ACTIONS,
  EARLY_PERMANENCE_ROUTES,
  ETHNICITY_GROUPS,
  HARDER_TO_PLACE,
  JOURNEY_DATES,
  LEGAL_STATUSES,
  NEED_CATEGORIES,
  NEED_GRADES,
  PAUSE_KINDS,
  PLAN_ENDED_REASONS,
  RECORDED_DATES,
  SEARCH_ROUTES,
  SEXES,
  SIBLING_PLANS,
  STAGES,
  STANDINGS,
  type JourneyDate,
} from './child-views.ts'
import { clock, threshold } from './clocks/clock-contract.ts'

const plainDate = z.iso.date()
/** A month, as 2027-03; births are due in this century. */
export const plainMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/u, 'must be a month such as 2027-03')
const count = z.int().min(0)
const agency = z.strictObject({ code: z.string(), name: z.string() })
export const needs = z.array(z.strictObject({ category: z.enum(NEED_CATEGORIES), grade: z.enum(NEED_GRADES) })).readonly()
const reasons = z.array(z.enum(HARDER_TO_PLACE)).readonly()
const journey = <T extends z.ZodType>(date: T) => z.strictObject(Object.fromEntries(JOURNEY_DATES.map((name) => [name, date])) as Record<JourneyDate, T>)

const common = {
  reference: z.string(),
  agency,
  ageYears: count.nullable(),
  sex: z.enum(SEXES).nullable(),
  siblings: count,
  siblingPlan: z.enum(SIBLING_PLANS).nullable(),
  stage: z.enum(STAGES),
  standing: z.enum(STANDINGS).nullable(),
  isWaiting: z.boolean(),
  daysFromAdm: z.int().nullable(),
  daysFromOrder: z.int().nullable(),
  needs,
  ethnicityGroup: z.enum(ETHNICITY_GROUPS).nullable(),
  disability: z.boolean().nullable(),
  harderToPlace: reasons,
  routes: z.array(z.string()).readonly(),
  nextStep: z.string().nullable(),
  nextStepWhose: z.string().nullable(),
  worker: z.string().nullable(),
  actions: z.array(z.enum(CHILD_ACTIONS)).readonly(),
}

/** What partner agencies' entitled people read. */
export const sharedChild = z.strictObject({ view: z.literal('shared'), ...common, daysWaiting: count })

/** What the placing agency's entitled people read. */
export const ownChild = z.strictObject({
  view: z.literal('own'),
  ...common,
  harderToPlaceAtDecision: reasons,
  version: z.int(),
  siblingReferences: z.array(z.string()).readonly(),
  daysWaiting: count.nullable(),
  daysFromEnteringCare: z.int().nullable(),
  ethnicity: z.string().nullable(),
  nextStepDue: plainDate.nullable(),
  socialWorker: z.string().nullable(),
  expectedBirth: plainMonth.nullable(),
  journey: journey(plainDate.nullable()),
  planEndedReason: z.enum(PLAN_ENDED_REASONS).nullable(),
  changedOn: plainDate,
})

export const entitledChild = z.discriminatedUnion('view', [ownChild, sharedChild])

const attempt = z.strictObject({
  endedBy: z.enum(ATTEMPT_ENDS),
  on: plainDate,
  reason: z.enum(PLAN_ENDED_REASONS).nullable(),
  dates: z.partialRecord(z.enum(RECORDED_DATES), plainDate),
})
const pause = z.strictObject({ kind: z.enum(PAUSE_KINDS), reason: z.string(), from: plainDate, until: plainDate.nullable() })

const dayChange = z.strictObject({ name: z.enum(RECORDED_DATES), was: plainDate, is: plainDate.nullable() })

/** The placing agency's view of one child, opened by itself. */
export const ownChildDetail = ownChild.extend({
  ethnicityCode: z.string().nullable(),
  legalStatus: z.enum(LEGAL_STATUSES).nullable(),
  earlyPermanenceRoute: z.enum(EARLY_PERMANENCE_ROUTES).nullable(),
  fosterCarerAdoption: z.boolean().nullable(),
  legalAdviceOn: plainDate.nullable(),
  routeDates: z.array(z.strictObject({ route: z.enum(SEARCH_ROUTES), isTried: z.boolean(), on: plainDate.nullable() })).readonly(),
  siblingPlanOn: plainDate.nullable(),
  workerId: z.uuid().nullable(),
  socialWorkerId: z.uuid().nullable(),
  pauses: z.array(pause).readonly(),
  attempts: z.array(attempt).readonly(),
  clocks: z.array(clock).readonly(),
  thresholds: z.array(threshold).readonly(),
  warnings: z.array(z.string()).readonly(),
  changes: z
    .array(z.strictObject({ at: z.iso.datetime(), what: z.array(z.string()).readonly(), days: z.array(dayChange).readonly(), by: z.string().nullable() }))
    .readonly(),
  recordable: z.array(z.enum(RECORDED_DATES)).readonly(),
  mayDisrupt: z.boolean(),
  mayDecideAgain: z.boolean(),
  mayTakeBack: z.boolean(),
})
export const entitledChildDetail = z.discriminatedUnion('view', [ownChildDetail, sharedChild])

export const privateDetail = z.strictObject({ name: z.string().nullable(), born: plainDate.nullable(), localReference: z.string().nullable() })
