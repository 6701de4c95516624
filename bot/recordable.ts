import { RECORDED_DATES, type EntitledChildDetail, type JourneyDate, type OwnChildDetail, type PlanEndedReason } from '../src/children/child-views.ts'
import type { Actor } from '../src/core/actor.ts'
import type { PlainDate } from '../src/core/plain-date.ts'
import type { Result } from '../src/core/result.ts'
import type { BotUseCases } from './use-cases.ts'

/** What people record with a day: a date of the journey or of a route, a disruption, or that adoption is the plan again. */
export const RECORDABLES = [...RECORDED_DATES, 'disrupted', 'decidedAgain'] as const
export type Recordable = (typeof RECORDABLES)[number]

/** What this person may record of this child now, as the service said; nothing of a partner's child. */
export const recordablesOf = (child: EntitledChildDetail): readonly Recordable[] =>
  child.view === 'own'
    ? [...child.recordable, ...(child.mayDisrupt ? (['disrupted'] as const) : []), ...(child.mayDecideAgain ? (['decidedAgain'] as const) : [])]
    : []

/** The day that is recorded for it now; null for none, and for what begins something new. */
export const dayOf = ({ journey, routeDates }: OwnChildDetail, what: Recordable): PlainDate | null => {
  if (what === 'disrupted' || what === 'decidedAgain') return null
  const used = routeDates.find(({ route }) => route === what)
  return used === undefined ? (journey[what as JourneyDate] ?? null) : used.on
}

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
