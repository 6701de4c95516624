import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { ok, type Result } from '../../../core/result.ts'
import { childToChange, subjectOf, type StopWordDeps } from './child-to-change.ts'
import type { stopWordCounts } from './stop-word-contract.ts'

export type CountStopWords = (actor: Actor, command: { readonly reference: string }) => Promise<Result<z.input<typeof stopWordCounts>>>

/** How many names, places and schools were entered for this child. Refuses: not-allowed, not-found for a child of another agency. */
export const countStopWords =
  ({ register }: Pick<StopWordDeps, 'register'>): CountStopWords =>
  (actor, { reference }) =>
    register.as(actor, { verb: 'stop-words.counted', subjects: subjectOf(reference) }, async (scope) => {
      const child = await childToChange(scope, actor, 'count', reference)
      if (!child.ok) return child
      await scope.audit.record({ verb: 'stop-words.counted', subjectAgencyId: child.value.agencyId, subjects: subjectOf(reference) })
      return ok(await scope.stopWords.counts(child.value.childId))
    })
