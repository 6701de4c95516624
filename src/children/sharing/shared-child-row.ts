import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import { daysBetween, type PlainDate } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import { childActions } from '../child-access.ts'
import { ETHNICITY_GROUPS, HARDER_TO_PLACE, NEED_CATEGORIES, NEED_GRADES, SEXES, SIBLING_PLANS, STAGES, STANDINGS, type SharedChild } from '../child-views.ts'
import { plainDateColumn } from '../plain-date-column.ts'

/** What partner agencies may read, as it is stored; the days that waits count from stay on this side of the presenter. */
export const sharedChildRow = z
  .strictObject({
    child_id: z.uuid(),
    agency_id: z.int(),
    agency_code: z.string(),
    agency_name: z.string(),
    reference: z.string(),
    age_years: z.int().nullable(),
    sex: z.enum(SEXES).nullable(),
    sibling_count: z.int(),
    sibling_plan: z.enum(SIBLING_PLANS).nullable(),
    stage: z.enum(STAGES),
    waiting_from: plainDateColumn,
    adm_on: plainDateColumn.nullable(),
    order_on: plainDateColumn.nullable(),
    wait_ended_on: plainDateColumn.nullable(),
    standing: z.enum(STANDINGS),
    is_waiting: z.boolean(),
    is_order_not_placed: z.boolean(),
    ethnicity_group: z.enum(ETHNICITY_GROUPS).nullable(),
    disability: z.boolean().nullable(),
    harder_to_place: z.array(z.enum(HARDER_TO_PLACE)),
    need_grades: z.partialRecord(z.enum(NEED_CATEGORIES), z.enum(NEED_GRADES)),
    routes: z.array(z.string()),
    next_step: z.string().nullable(),
    next_step_whose: z.string().nullable(),
    worker_name: z.string().nullable(),
  })
  .transform((row) => ({ ...row, child_id: row.child_id as ChildId, agency_id: row.agency_id as AgencyId, reference: row.reference as ChildReference }))
export type SharedRecord = z.output<typeof sharedChildRow>

/** Shared rows with their agency; the condition names the row as `s`. */
export const selectSharedChildren = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select s.child_id, s.agency_id, a.code as agency_code, a.name as agency_name, s.reference, s.age_years, s.sex, s.sibling_count, s.sibling_plan,
    s.stage, s.standing, s.waiting_from, s.adm_on, s.order_on, s.wait_ended_on, s.is_waiting, s.is_order_not_placed, s.ethnicity_group, s.disability, s.harder_to_place,
    s.need_grades, s.routes, s.next_step, s.next_step_whose, s.worker_name
  from child_shared s join agency a on a.id = s.agency_id
  where ${where}`

const daysOf = (from: PlainDate, until: PlainDate): number => Math.max(0, daysBetween(from, until))

/** The shared view: its keys are listed here. No date leaves, only numbers of days. */
export const presentSharedChild = (row: SharedRecord, actor: Actor, today: PlainDate): SharedChild => ({
  view: 'shared',
  reference: row.reference,
  agency: { code: row.agency_code, name: row.agency_name },
  ageYears: row.age_years,
  sex: row.sex,
  siblings: row.sibling_count,
  siblingPlan: row.sibling_plan,
  stage: row.stage,
  standing: row.is_waiting || row.is_order_not_placed ? row.standing : null,
  isWaiting: row.is_waiting,
  daysWaiting: daysOf(row.waiting_from, row.wait_ended_on ?? today),
  daysFromAdm: row.adm_on === null ? null : daysOf(row.adm_on, row.wait_ended_on ?? today),
  daysFromOrder: row.order_on === null ? null : daysOf(row.order_on, row.wait_ended_on ?? today),
  needs: NEED_CATEGORIES.flatMap((category) => {
    const grade = row.need_grades[category]
    return grade === undefined ? [] : [{ category, grade }]
  }),
  ethnicityGroup: row.ethnicity_group,
  disability: row.disability,
  harderToPlace: row.harder_to_place,
  routes: row.routes,
  nextStep: row.next_step,
  nextStepWhose: row.next_step_whose,
  worker: row.worker_name,
  actions: childActions(actor, { agencyId: row.agency_id, isPostable: row.is_waiting }),
})
