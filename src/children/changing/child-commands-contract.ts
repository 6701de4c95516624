import * as z from 'zod'
import { needs, plainMonth } from '../child-contract.ts'
import {
  EARLY_PERMANENCE_ROUTES,
  LEGAL_STATUSES,
  NEXT_STEP_OWNERS,
  NEXT_STEPS,
  PAUSE_KINDS,
  PLAN_ENDED_REASONS,
  RECORDED_DATES,
  SEXES,
  SIBLING_PLANS,
} from '../child-views.ts'

const plainDate = z.iso.date()

/** Every command says which version the person saw, and carries a key: pressed twice, one effect. */
const seen = { version: z.int().min(1), key: z.uuid() }

/** Records, corrects or (null) takes away one date of the child's journey, or of a route by which a family is looked for. */
export const recordDateCommand = z.strictObject({
  date: z.enum(RECORDED_DATES),
  on: plainDate.nullable(),
  reason: z.enum(PLAN_ENDED_REASONS).optional(),
  ...seen,
})

/** The placement disrupted before the adoption order. */
export const recordDisruptionCommand = z.strictObject({ on: plainDate, ...seen })

/** Adoption is the plan again, after a plan that had ended. */
export const decideAgainCommand = z.strictObject({ on: plainDate, ...seen })

/** How the last attempt ended was recorded by mistake. */
export const takeBackAttemptCommand = z.strictObject(seen)

const name = z.string().trim().min(1).max(100)

/** An unborn child was born; the record and its history go on. */
export const recordBirthCommand = z.strictObject({ on: plainDate, sex: z.enum(SEXES).nullable(), name: name.optional(), ...seen })

export const startPauseCommand = z.strictObject({ kind: z.enum(PAUSE_KINDS), reason: z.string().max(100), from: plainDate, ...seen })
export const endPauseCommand = z.strictObject({ kind: z.enum(PAUSE_KINDS), until: plainDate, ...seen })

const needList = needs.refine((list) => new Set(list.map(({ category }) => category)).size === list.length, 'must name each category once')

/** What is known of a child beside the dates; what is left out stays as it is. */
const facts = z.strictObject({
  sex: z.enum(SEXES).nullable().optional(),
  ethnicity: z.string().max(10).nullable().optional(),
  disability: z.boolean().nullable().optional(),
  expectedBirth: plainMonth.optional(),
  legalStatus: z.enum(LEGAL_STATUSES).nullable().optional(),
  earlyPermanenceRoute: z.enum(EARLY_PERMANENCE_ROUTES).nullable().optional(),
  fosterCarerAdoption: z.boolean().nullable().optional(),
  legalAdviceOn: plainDate.nullable().optional(),
  needs: needList.optional(),
  workerId: z.uuid().nullable().optional(),
  socialWorkerId: z.uuid().nullable().optional(),
  nextStep: z.enum(NEXT_STEPS).nullable().optional(),
  nextStepDue: plainDate.nullable().optional(),
  nextStepWhose: z.enum(NEXT_STEP_OWNERS).nullable().optional(),
})
export const describeChildCommand = z.strictObject({ facts, ...seen })

/** The child and these others of the agency are one sibling group; with no others the child leaves its group. */
export const setSiblingsCommand = z.strictObject({
  siblings: z.array(z.string().max(20)).max(11).readonly(),
  plan: z.enum(SIBLING_PLANS).nullable(),
  decidedOn: plainDate.nullable(),
  ...seen,
})

/** A child new to the register: born, or unborn with the month in which the birth is due and without name and sex. */
export const addChildCommand = z.strictObject({
  localReference: z.string().trim().min(1).max(40),
  name: name.optional(),
  born: plainDate.optional(),
  expectedBirth: plainMonth.optional(),
  sex: z.enum(SEXES).nullable().optional(),
  enteredCare: plainDate.optional(),
  key: z.uuid(),
})
export const childAdded = z.strictObject({ reference: z.string() })
