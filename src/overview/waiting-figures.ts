import type { Actor } from '../core/actor.ts'
import { ok, type Result } from '../core/result.ts'
import { askWaiting, type WaitingDeps } from './ask-waiting.ts'
import type { WaitingFigures, WaitingFilter } from './waiting-list.ts'

export type ReadWaitingFigures = (actor: Actor, filter: WaitingFilter) => Promise<Result<WaitingFigures>>

/** Counts, longest and median wait over the rows that this actor's list has. Shows no child, so the audit has no line for it. */
export const waitingFigures =
  ({ register, today }: Pick<WaitingDeps, 'register' | 'today'>): ReadWaitingFigures =>
  (actor, filter) =>
    register.as(actor, { verb: 'waiting.counted' }, async ({ waiting }) => {
      const asked = await askWaiting(waiting, actor, filter, today)
      return asked.ok ? ok(await waiting.figures(asked.value)) : asked
    })
