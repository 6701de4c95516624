import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { invalid, ok, refuse, type Result } from '../../../core/result.ts'
import { childToChange, subjectOf, type StopWordDeps } from './child-to-change.ts'
import { phrasesToStop } from './phrases-to-stop.ts'
import type { addStopWordCommand, stopWordCounts } from './stop-word-contract.ts'

export type AddStopWord = (
  actor: Actor,
  command: z.output<typeof addStopWordCommand> & { readonly reference: string },
) => Promise<Result<z.input<typeof stopWordCounts>>>

/**
 * Enters a name, a place or a school that must not stand in a text about this child; kept as keyed hashes, so that nobody can read it again.
 * Refuses: not-allowed, not-found for a child of another agency, invalid for words without letters, already-done where it is known.
 */
export const addStopWord =
  ({ register, now }: StopWordDeps): AddStopWord =>
  (actor, { reference, kind, words, key }) =>
    register.as(actor, { verb: 'stop-words.added', subjects: subjectOf(reference), key, command: { kind, words } }, async (scope) => {
      const child = await childToChange(scope, actor, 'add', reference)
      if (!child.ok) return child
      const phrases = phrasesToStop(kind, words)
      if (phrases.length === 0) return invalid('words', 'Write a name, a place or a school in letters.')

      const { childId, agencyId } = child.value
      if (!(await scope.stopWords.add(childId, kind, key, phrases, now()))) return refuse({ kind: 'conflict', reason: 'already-done' })
      await scope.audit.record({ verb: 'stop-words.added', subjectAgencyId: agencyId, subjects: subjectOf(reference) })
      return ok(await scope.stopWords.counts(childId))
    })
