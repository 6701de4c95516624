import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { ok, type Result } from '../../../core/result.ts'
import { childToChange, subjectOf, type StopWordDeps } from './child-to-change.ts'
import type { removeStopWordsCommand, stopWordCounts } from './stop-word-contract.ts'

export type RemoveStopWords = (
  actor: Actor,
  command: z.output<typeof removeStopWordsCommand> & { readonly reference: string },
) => Promise<Result<z.input<typeof stopWordCounts>>>

/** Removes all words of one kind: which is which nobody can tell. Refuses: not-allowed, not-found for a child of another agency. */
export const removeStopWords =
  ({ register }: Pick<StopWordDeps, 'register'>): RemoveStopWords =>
  (actor, { reference, kind, key }) =>
    register.as(actor, { verb: 'stop-words.removed', subjects: subjectOf(reference), key, command: { kind } }, async (scope) => {
      const child = await childToChange(scope, actor, 'remove', reference)
      if (!child.ok) return child
      await scope.stopWords.removeAll(child.value.childId, kind)
      await scope.audit.record({ verb: 'stop-words.removed', subjectAgencyId: child.value.agencyId, subjects: subjectOf(reference) })
      return ok(await scope.stopWords.counts(child.value.childId))
    })
