import * as z from 'zod'
import { entitledChild } from '../children/child-contract.ts'
import { AGE_BANDS, LISTS, SEXES, STANDINGS, WAITING_BANDS } from '../children/child-views.ts'
import { plainDay } from '../http/common-contract.ts'
import { count, counts } from './counts-contract.ts'

const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[])

/** The list's own limit: nobody waits longer. */
const LONGEST_WAIT = 10_000

/** `true`, or not said at all */
const yes = z.enum(['true']).optional()
const filterParameters = {
  list: z.enum(LISTS).optional(),
  standing: oneOrMany(z.enum(STANDINGS)).optional(),
  changedSince: plainDay.optional(),
  withoutProfile: yes,
  mine: yes,
  unborn: yes,
  harderToPlace: yes,
  agency: oneOrMany(z.string().regex(/^[A-Z]{2,8}$/u, 'is an agency code such as LEICS')).optional(),
  ageBand: oneOrMany(z.enum(AGE_BANDS)).optional(),
  sex: z.enum(SEXES).optional(),
  /** `true` only children with siblings, `false` only single children */
  siblings: z.enum(['true', 'false']).optional(),
  minDays: z.coerce.number().int().min(0).max(LONGEST_WAIT).optional(),
  maxDays: z.coerce.number().int().min(0).max(LONGEST_WAIT).optional(),
}

/** The query string of `GET /api/v1/waiting`. */
export const waitingParameters = z.strictObject({
  ...filterParameters,
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})
/** The query string of `GET /api/v1/waiting/figures`. */
export const waitingFigureParameters = z.strictObject(filterParameters)

export const waitingFilter = z.strictObject({
  list: z.enum(LISTS).optional(),
  standings: z.array(z.enum(STANDINGS)).readonly().optional(),
  changedSince: plainDay.optional(),
  withoutProfile: z.boolean().optional(),
  mine: z.boolean().optional(),
  unborn: z.boolean().optional(),
  harderToPlace: z.boolean().optional(),
  agencies: z.array(z.string()).readonly(),
  ageBands: z.array(z.enum(AGE_BANDS)).readonly(),
  sex: z.enum(SEXES).optional(),
  siblingGroup: z.boolean().optional(),
  minDays: z.int().min(0).max(LONGEST_WAIT).optional(),
  maxDays: z.int().min(0).max(LONGEST_WAIT).optional(),
})

export const waitingPage = z.strictObject({
  items: z.array(entitledChild).readonly(),
  nextCursor: z.string().nullable(),
  total: z.int(),
  filter: waitingFilter,
  asOf: z.iso.date(),
  mayAdd: z.boolean(),
  mayExport: z.boolean(),
})

export const waitingFigures = z.strictObject({
  total: count,
  boys: count,
  girls: count,
  inSiblingGroups: count,
  longestDays: count.nullable(),
  medianDays: z.number().nullable(),
  lists: counts(LISTS),
  byStanding: counts(STANDINGS),
  byStage: z.strictObject({ admDecision: count, placementOrder: count }),
  byWaitingBand: z.array(count).length(WAITING_BANDS.length).readonly(),
  thresholds: z.array(z.strictObject({ words: z.string(), limit: z.int() })).readonly(),
  byAgency: z.array(z.strictObject({ code: z.string(), name: z.string(), total: count })).readonly(),
})
