import { JOURNEY_DATES, type EntitledChildDetail, type OwnChildDetail, type PlanEndedReason } from '../src/children/child-views.ts'
import type { Actor } from '../src/core/actor.ts'
import type { Result } from '../src/core/result.ts'
import type { BotUseCases } from './use-cases.ts'

/** What people record with a day: a date of the journey, a disruption, or that adoption is the plan again. */
export const RECORDABLES = [...JOURNEY_DATES, 'disrupted', 'decidedAgain'] as const
export type Recordable = (typeof RECORDABLES)[number]

/** What this person may record of this child now, as the service said; nothing of a partner's child. */
export const recordablesOf = (child: EntitledChildDetail): readonly Recordable[] =>
  child.view === 'own'
    ? [...child.recordable, ...(child.mayDisrupt ? (['disrupted'] as const) : []), ...(child.mayDecideAgain ? (['decidedAgain'] as const) : [])]
    : []

export interface RecordAsked {
  readonly reference: string
  readonly what: Recordable
  readonly on: string
  readonly reason?: PlanEndedReason
  readonly version: number
  readonly key: string
}

/** Each goes to its own use case, which says what is wrong with it. */
export const record = (useCases: BotUseCases, actor: Actor, { what, reason, ...asked }: RecordAsked): Promise<Result<OwnChildDetail>> => {
  if (what === 'disrupted') return useCases.recordDisruption(actor, asked)
  if (what === 'decidedAgain') return useCases.recordNewDecision(actor, asked)
  return useCases.recordDate(actor, { ...asked, date: what, ...(reason === undefined ? {} : { reason }) })
}
