import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { AgencyId, ChildId, WorkerId } from '../core/ids.ts'
import { daysBetween, type PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import { childActions } from './child-access.ts'
import {
  ATTEMPT_ENDS,
  EARLY_PERMANENCE_ROUTES,
  LEGAL_STATUSES,
  NEED_CATEGORIES,
  NEED_GRADES,
  PAUSE_KINDS,
  PLAN_ENDED_REASONS,
  RECORDED_DATES,
  SEARCH_ROUTES,
  SEXES,
  SIBLING_PLANS,
  STANDINGS,
  type OwnChild,
} from './child-views.ts'
import type { Child } from './child.ts'
import { ETHNICITY_CODES, ethnicityGroup, isEthnicityCode } from './ethnicity.ts'
import { harderToPlace } from './harder-to-place.ts'
import { isOrderNotPlaced, isWaiting, orderInForce, stageOf, waitEndedOn, waitingFrom } from './journey/journey.ts'
import { JOURNEY_COLUMNS, journeyOfColumns, journeyShape } from './journey/journey-columns.ts'
import { routesTried } from './journey/routes.ts'
import { plainDateColumn } from './plain-date-column.ts'

const reference = z.string().transform((text) => text as ChildReference)
const date = plainDateColumn.nullable()

const attempt = z.strictObject({
  endedBy: z.enum(ATTEMPT_ENDS),
  on: plainDateColumn,
  reason: z.enum(PLAN_ENDED_REASONS).nullable(),
  dates: z.partialRecord(z.enum(RECORDED_DATES), plainDateColumn),
})
const pause = z.strictObject({ kind: z.enum(PAUSE_KINDS), reason: z.string(), from: plainDateColumn, until: date })

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
    ...journeyShape,
    expected_birth: z.string().nullable(),
    legal_status: z.enum(LEGAL_STATUSES).nullable(),
    early_permanence_route: z.enum(EARLY_PERMANENCE_ROUTES).nullable(),
    foster_carer_adoption: z.boolean().nullable(),
    legal_advice_on: date,
    attempts: z.array(attempt),
    pauses: z.array(pause),
    standing: z.enum(STANDINGS),
    plan_ended_reason: z.enum(PLAN_ENDED_REASONS).nullable(),
    sibling_group: z.uuid().nullable(),
    sibling_plan: z.enum(SIBLING_PLANS).nullable(),
    sibling_plan_on: date,
    sibling_count: z.int(),
    sibling_references: z.array(reference),
    age_years: z.int().nullable(),
    age_at_decision: z.int().nullable(),
    is_born: z.boolean(),
    needs: z.array(z.strictObject({ category: z.enum(NEED_CATEGORIES), grade: z.enum(NEED_GRADES) })),
    route_dates: z.partialRecord(z.enum(SEARCH_ROUTES), date),
    worker_id: z.uuid().nullable(),
    worker_name: z.string().nullable(),
    social_worker_id: z.uuid().nullable(),
    social_worker_name: z.string().nullable(),
    next_step: z.string().nullable(),
    next_step_due: date,
    next_step_whose: z.string().nullable(),
    changed_on: plainDateColumn,
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
      expectedBirth: row.expected_birth,
      legalStatus: row.legal_status,
      earlyPermanenceRoute: row.early_permanence_route,
      fosterCarerAdoption: row.foster_carer_adoption,
      legalAdviceOn: row.legal_advice_on,
      journey: journeyOfColumns(row),
      planEndedReason: row.plan_ended_reason,
      attempts: row.attempts,
      pauses: row.pauses,
      siblingGroup: row.sibling_group,
      siblingPlan: row.sibling_plan,
      siblingPlanOn: row.sibling_plan_on,
      needs: row.needs,
      routes: row.route_dates,
      workerId: row.worker_id as WorkerId | null,
      socialWorkerId: row.social_worker_id as WorkerId | null,
      nextStep: row.next_step,
      nextStepDue: row.next_step_due,
      nextStepWhose: row.next_step_whose,
    }
    return {
      child,
      agency: { code: row.agency_code, name: row.agency_name },
      ageYears: row.age_years,
      ageAtDecision: row.age_at_decision,
      isUnborn: !row.is_born && row.expected_birth !== null,
      standing: row.standing,
      changedOn: row.changed_on,
      siblings: row.sibling_count,
      siblingReferences: row.sibling_references,
      worker: row.worker_name,
      socialWorker: row.social_worker_name,
      isShared: row.is_shared,
    }
  })
export type OwnRecord = z.output<typeof ownChildRow>

const journeyColumns = sql.join(JOURNEY_COLUMNS.map((column) => sql.ref(`c.${column}`)))

/** Private rows with what belongs to them; the condition names the child as `c`. */
export const selectOwnChildren = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select c.id, c.agency_id, a.code as agency_code, a.name as agency_name, c.reference, c.version, c.sex, c.ethnicity, c.disability,
    ${journeyColumns}, c.plan_ended_reason, c.attempts, c.pauses, c.standing,
    c.expected_birth, c.legal_status, c.early_permanence_route, c.foster_carer_adoption, c.legal_advice_on,
    c.sibling_group, c.sibling_plan, c.sibling_plan_on, c.sibling_count, c.age_years, c.age_at_decision, c.born_enc is not null as is_born, c.route_dates,
    c.worker_id, w.name as worker_name, c.social_worker_id, sw.name as social_worker_name,
    c.next_step, c.next_step_due, c.next_step_whose, c.changed_on,
    case when c.sibling_group is null then '{}' else array(
      select s.reference from child s where s.agency_id = c.agency_id and s.sibling_group = c.sibling_group and s.id <> c.id order by s.reference
    ) end as sibling_references,
    coalesce((
      select json_agg(json_build_object('category', n.category, 'grade', n.grade) order by n.category)
      from child_need n where n.agency_id = c.agency_id and n.child_id = c.id
    ), '[]') as needs,
    exists (select from child_shared h where h.child_id = c.id) as is_shared
  from child c join agency a on a.id = c.agency_id left join worker w on w.id = c.worker_id left join worker sw on sw.id = c.social_worker_id
  where ${where}`

/** Never below nought: a match may come before the order. */
const daysSince = (from: PlainDate | null, until: PlainDate): number | null => (from === null ? null : Math.max(0, daysBetween(from, until)))

/** What the harder-to-place reasons are told by; only the age differs between the decision and today. */
export const reasonsOf = ({ child, siblings, ageYears, ageAtDecision }: OwnRecord) => ({
  disability: child.disability,
  siblings,
  ethnicityGroup: ethnicityGroup(child.ethnicity),
  needs: child.needs,
  ageYears,
  ageAtDecision,
  isDecided: child.journey.admDecision !== null,
})

/** The placing agency's own view: its keys are listed here, so that a new column reaches nobody unasked. */
export const presentOwnChild = (record: OwnRecord, actor: Actor, today: PlainDate): OwnChild => {
  const { child } = record
  const { journey } = child
  const reasons = harderToPlace(reasonsOf(record))
  const until = waitEndedOn(journey) ?? today
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
    stage: stageOf(journey, record.isUnborn),
    standing: isWaiting(journey) || isOrderNotPlaced(journey) ? record.standing : null,
    isWaiting: isWaiting(journey),
    daysWaiting: isWaiting(journey) ? daysSince(waitingFrom(journey), today) : null,
    daysFromAdm: daysSince(journey.admDecision, until),
    daysFromOrder: daysSince(orderInForce(journey), until),
    daysFromEnteringCare: daysSince(journey.enteredCare, journey.adoptionOrder ?? today),
    needs: child.needs,
    ethnicity: child.ethnicity === null ? null : ETHNICITY_CODES[child.ethnicity].words,
    ethnicityGroup: ethnicityGroup(child.ethnicity),
    disability: child.disability,
    harderToPlace: reasons.today,
    harderToPlaceAtDecision: reasons.atDecision,
    routes: routesTried(child),
    nextStep: child.nextStep,
    nextStepDue: child.nextStepDue,
    nextStepWhose: child.nextStepWhose,
    worker: record.worker,
    socialWorker: record.socialWorker,
    expectedBirth: record.isUnborn ? child.expectedBirth : null,
    journey,
    planEndedReason: child.planEndedReason,
    changedOn: record.changedOn,
    actions: childActions(actor, { agencyId: child.agencyId, isPostable: record.isShared && isWaiting(journey) }),
  }
}
