import * as z from 'zod'
import {
  CHILD_ACTIONS,
  ETHNICITY_GROUPS,
  HARDER_TO_PLACE,
  JOURNEY_DATES,
  NEED_CATEGORIES,
  NEED_GRADES,
  PLAN_ENDED_REASONS,
  SEXES,
  SIBLING_PLANS,
  STAGES,
} from './child-views.ts'

const plainDate = z.iso.date()
const count = z.int().min(0)
const agency = z.strictObject({ code: z.string(), name: z.string() })
const needs = z.array(z.strictObject({ category: z.enum(NEED_CATEGORIES), grade: z.enum(NEED_GRADES) })).readonly()

const common = {
  reference: z.string(),
  agency,
  ageYears: count.nullable(),
  sex: z.enum(SEXES).nullable(),
  siblings: count,
  siblingPlan: z.enum(SIBLING_PLANS).nullable(),
  stage: z.enum(STAGES),
  isWaiting: z.boolean(),
  daysFromAdm: z.int().nullable(),
  daysFromOrder: z.int().nullable(),
  needs,
  ethnicityGroup: z.enum(ETHNICITY_GROUPS).nullable(),
  disability: z.boolean().nullable(),
  harderToPlace: z.array(z.enum(HARDER_TO_PLACE)).readonly(),
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
  version: z.int(),
  siblingReferences: z.array(z.string()).readonly(),
  daysWaiting: count.nullable(),
  daysFromEnteringCare: z.int().nullable(),
  ethnicity: z.string().nullable(),
  nextStepDue: plainDate.nullable(),
  journey: z.strictObject(
    Object.fromEntries(JOURNEY_DATES.map((name) => [name, plainDate.nullable()])) as Record<(typeof JOURNEY_DATES)[number], z.ZodNullable<z.ZodISODate>>,
  ),
  planEndedReason: z.enum(PLAN_ENDED_REASONS).nullable(),
})

export const entitledChild = z.discriminatedUnion('view', [ownChild, sharedChild])

export const privateDetail = z.strictObject({ name: z.string().nullable(), born: plainDate.nullable(), localReference: z.string().nullable() })

/** Records one date of the child's journey; `version` is the one that the person saw. */
export const recordDateCommand = z.strictObject({
  date: z.enum(JOURNEY_DATES),
  on: plainDate,
  reason: z.enum(PLAN_ENDED_REASONS).optional(),
  version: z.int().min(1),
  key: z.uuid(),
})
