import type { Actor } from '../../core/actor.ts'
import { mayAt } from '../../children/child-access.ts'
import { readDay } from '../../core/read-day.ts'
import type { Today } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { flowsOf, stocksOf, type Flows, type Stocks } from './journey-figures.ts'
import type { OwnChildrenStore } from './own-children-store.ts'
import { pipelineOf, type Pipeline } from './pipeline.ts'

interface Deps {
  readonly register: Register<{ readonly ownChildren: OwnChildrenStore }>
  readonly today: Today
}

export interface PeriodFigures {
  readonly from: string
  readonly until: string
  /** what happened from the first day to the last */
  readonly flows: Flows
  /** how it stood at the end of the last day; a stock is not the flows summed up */
  readonly stocks: Stocks
}
export type ReadPeriodFigures = (actor: Actor, period: { readonly from: string; readonly until: string }) => Promise<Result<PeriodFigures>>
export type ReadPipeline = (actor: Actor) => Promise<Result<Pipeline>>

const mayCount = (actor: Actor): Result<undefined> =>
  mayAt(actor.roles, 'read', 'placing-agency') ? ok(undefined) : refuse({ kind: 'not-allowed', action: 'see the figures of this agency' })

/**
 * Decisions, orders, placements and endings of the own agency in a period, and its stocks at the end. Counts only: shows no child, so
 * the audit has no line for it. Refuses: not-allowed; invalid for a period that ends before it begins, or ahead.
 */
export const readPeriodFigures =
  ({ register, today }: Deps): ReadPeriodFigures =>
  (actor, said) =>
    register.as(actor, { verb: 'figures.counted' }, async ({ ownChildren }): Promise<Result<PeriodFigures>> => {
      const allowed = mayCount(actor)
      if (!allowed.ok) return allowed
      const from = readDay('from', said.from)
      if (!from.ok) return from
      const until = readDay('until', said.until)
      if (!until.ok) return until
      const period = { from: from.value, until: until.value }
      if (period.until < period.from) return invalid('until', 'The period ends before it begins.')
      if (period.until > today()) return invalid('until', 'The period ends in the future.')
      const children = (await ownChildren.all(actor.agencyId)).map(({ child }) => child)
      return ok({ ...period, flows: flowsOf(children, period), stocks: stocksOf(children, period.until) })
    })

/** What the own agency's children with a parallel plan will need of families. Refuses: not-allowed. */
export const readPipeline =
  ({ register }: Pick<Deps, 'register'>): ReadPipeline =>
  (actor) =>
    register.as(actor, { verb: 'pipeline.counted' }, async ({ ownChildren }) => {
      const allowed = mayCount(actor)
      return allowed.ok ? ok(pipelineOf(await ownChildren.all(actor.agencyId))) : allowed
    })
