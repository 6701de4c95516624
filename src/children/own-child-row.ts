import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { AgencyId, ChildId, WorkerId } from '../core/ids.ts'
import { daysBetween, type PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import { childActions } from './child-access.ts'
import { NEED_CATEGORIES, NEED_GRADES, PLAN_ENDED_REASONS, SEXES, SIBLING_PLANS, type OwnChild } from './child-views.ts'
import type { Child } from './child.ts'
import { ETHNICITY_CODES, ethnicityGroup, isEthnicityCode } from './ethnicity.ts'
import { harderToPlace } from './harder-to-place.ts'
import { isWaiting, stageOf, waitingFrom } from './journey.ts'
import { plainDateColumn } from './plain-date-column.ts'

const reference = z.string().transform((text) => text as ChildReference)
const date = plainDateColumn.nullable()

/** A private row with what belongs to it: agency, worker, needs, siblings, whether partners see it. */
export const ownChildRow = z
  .strictObject({
    id: z.uuid(),
    agency_id: z.int(),
    agency_code: z.string(),
    agency_name: z.string(),
    reference,
    version: z.int(),
    sex: z.enum(SEXES).nullable(),
    ethnicity: z.string().refine(isEthnicityCode).nullable(),
    disability: z.boolean().nullable(),
    entered_care: date,
    adm_decision: date,
    placement_order: date,
    early_permanence: date,
    matched: date,
    placed: date,
    adoption_order: date,
    plan_ended: date,
    plan_ended_reason: z.enum(PLAN_ENDED_REASONS).nullable(),
    sibling_group: z.uuid().nullable(),
    sibling_plan: z.enum(SIBLING_PLANS).nullable(),
    sibling_count: z.int(),
    sibling_references: z.array(reference),
    age_years: z.int().nullable(),
    needs: z.array(z.strictObject({ category: z.enum(NEED_CATEGORIES), grade: z.enum(NEED_GRADES) })),
    routes: z.array(z.string()),
    worker_id: z.uuid().nullable(),
    worker_name: z.string().nullable(),
    next_step: z.string().nullable(),
    next_step_due: date,
    next_step_whose: z.string().nullable(),
    is_shared: z.boolean(),
  })
  .transform((row) => {
    const child: Child = {
      id: row.id as ChildId,
      agencyId: row.agency_id as AgencyId,
      reference: row.reference,
      version: row.version,
      sex: row.sex,
      ethnicity: row.ethnicity,
      disability: row.disability,
      journey: {
        enteredCare: row.entered_care,
        admDecision: row.adm_decision,
        placementOrder: row.placement_order,
        earlyPermanence: row.early_permanence,
        matched: row.matched,
        placed: row.placed,
        adoptionOrder: row.adoption_order,
        planEnded: row.plan_ended,
      },
      planEndedReason: row.plan_ended_reason,
      siblingGroup: row.sibling_group,
      siblingPlan: row.sibling_plan,
      needs: row.needs,
      routes: row.routes,
      workerId: row.worker_id as WorkerId | null,
      nextStep: row.next_step,
      nextStepDue: row.next_step_due,
      nextStepWhose: row.next_step_whose,
    }
    return {
      child,
      agency: { code: row.agency_code, name: row.agency_name },
      ageYears: row.age_years,
      siblings: row.sibling_count,
      siblingReferences: row.sibling_references,
      worker: row.worker_name,
      isShared: row.is_shared,
    }
  })
export type OwnRecord = z.output<typeof ownChildRow>

/** Private rows with what belongs to them; the condition names the child as `c`. */
export const selectOwnChildren = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select c.id, c.agency_id, a.code as agency_code, a.name as agency_name, c.reference, c.version, c.sex, c.ethnicity, c.disability,
    c.entered_care, c.adm_decision, c.placement_order, c.early_permanence, c.matched, c.placed, c.adoption_order, c.plan_ended, c.plan_ended_reason,
    c.sibling_group, c.sibling_plan, c.sibling_count, c.age_years, c.routes, c.worker_id, w.name as worker_name,
    c.next_step, c.next_step_due, c.next_step_whose,
    case when c.sibling_group is null then '{}' else array(
      select s.reference from child s where s.agency_id = c.agency_id and s.sibling_group = c.sibling_group and s.id <> c.id order by s.reference
    ) end as sibling_references,
    coalesce((
      select json_agg(json_build_object('category', n.category, 'grade', n.grade) order by n.category)
      from child_need n where n.agency_id = c.agency_id and n.child_id = c.id
    ), '[]') as needs,
    exists (select from child_shared h where h.child_id = c.id) as is_shared
  from child c join agency a on a.id = c.agency_id left join worker w on w.id = c.worker_id
  where ${where}`

const daysSince = (from: PlainDate | null, today: PlainDate): number | null => (from === null ? null : daysBetween(from, today))

/** The placing agency's own view: its keys are listed here, so that a new column reaches nobody unasked. */
export const presentOwnChild = (record: OwnRecord, actor: Actor, today: PlainDate): OwnChild => {
  const { child } = record
  const { journey } = child
  const group = ethnicityGroup(child.ethnicity)
  return {
    view: 'own',
    reference: child.reference,
    version: child.version,
    agency: record.agency,
    ageYears: record.ageYears,
    sex: child.sex,
    siblings: record.siblings,
    siblingPlan: child.siblingPlan,
    siblingReferences: record.siblingReferences,
    stage: stageOf(journey),
    isWaiting: isWaiting(journey),
    daysWaiting: isWaiting(journey) ? daysSince(waitingFrom(journey), today) : null,
    daysFromAdm: daysSince(journey.admDecision, today),
    daysFromOrder: daysSince(journey.placementOrder, today),
    daysFromEnteringCare: daysSince(journey.enteredCare, today),
    needs: child.needs,
    ethnicity: child.ethnicity === null ? null : ETHNICITY_CODES[child.ethnicity].words,
    ethnicityGroup: group,
    disability: child.disability,
    harderToPlace: harderToPlace({ disability: child.disability, siblings: record.siblings, ethnicityGroup: group, ageYears: record.ageYears }),
    routes: child.routes,
    nextStep: child.nextStep,
    nextStepDue: child.nextStepDue,
    nextStepWhose: child.nextStepWhose,
    worker: record.worker,
    journey,
    planEndedReason: child.planEndedReason,
    actions: childActions(actor, { agencyId: child.agencyId, isPostable: record.isShared && isWaiting(journey) }),
  }
}
