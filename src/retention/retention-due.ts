import { addDays, addMonths, type PlainDate } from '../core/plain-date.ts'
import type { SettingValues } from '../settings/setting-values.ts'
import type { RetentionEnding, RetentionState } from './retention-kinds.ts'

/** How long records are kept: months after the one or the other end, and weeks of warning. */
export interface Periods {
  readonly afterOrder: number
  readonly afterPlanEnd: number
  readonly warnedBefore: number
}
/** The dates of the attempt that is the child's present one. */
export interface Ends {
  readonly adoptionOrder: PlainDate | null
  readonly planEnded: PlainDate | null
}

/** By what holds today: when an agency changes how long it keeps records, it means those that it has. */
export const periodsOf = ({ keptAfterOrder, keptAfterPlanEnd, purgeWarnedBefore }: SettingValues): Periods => ({
  afterOrder: keptAfterOrder.value,
  afterPlanEnd: keptAfterPlanEnd.value,
  warnedBefore: purgeWarnedBefore.value,
})

export interface Over {
  readonly endedBy: RetentionEnding
  readonly endedOn: PlainDate
  /** the first day on which the record may go */
  readonly dueOn: PlainDate
}

/**
 * When the app has kept a record long enough: so many months after the adoption order or the end of the plan, and where both are
 * recorded the later of the two. Undefined while the attempt goes on, however long; attempts before it do not count.
 */
export const overOf = ({ adoptionOrder, planEnded }: Ends, { afterOrder, afterPlanEnd }: Periods): Over | undefined => {
  const byOrder: Over[] = adoptionOrder === null ? [] : [{ endedBy: 'adoption-order', endedOn: adoptionOrder, dueOn: addMonths(adoptionOrder, afterOrder) }]
  const byPlan: Over[] = planEnded === null ? [] : [{ endedBy: 'plan-ended', endedOn: planEnded, dueOn: addMonths(planEnded, afterPlanEnd) }]
  const [order, plan] = [byOrder[0], byPlan[0]]
  if (order === undefined || plan === undefined) return order ?? plan
  return plan.dueOn > order.dueOn ? plan : order
}

/** The last day for which the list warns today. */
export const warnedUntil = ({ warnedBefore }: Periods, today: PlainDate): PlainDate => addDays(today, 7 * warnedBefore)

export const retentionStateOf = (ends: Ends, isHeld: boolean, periods: Periods, today: PlainDate): RetentionState => {
  if (isHeld) return 'held'
  const over = overOf(ends, periods)
  if (over === undefined || over.dueOn > warnedUntil(periods, today)) return 'kept'
  return over.dueOn <= today ? 'due' : 'warned'
}
