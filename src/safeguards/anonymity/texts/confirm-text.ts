import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../../core/result.ts'
import { auditSubjects } from './check-text.ts'
import { findingsIn, subjectOf } from './look-at-text.ts'
import { isOpen, outcomeOf, type TextId } from './text.ts'
import type { confirmTextCommand, textState } from './text-contract.ts'
import type { TextDeps } from './text-scope.ts'

export type ConfirmText = (actor: Actor, command: z.output<typeof confirmTextCommand> & { readonly id: string }) => Promise<Result<z.input<typeof textState>>>

/**
 * The author says of what is marked that it identifies nobody, and the text passes. It is checked again: words to stop may have come since.
 * Refuses: not-allowed, not-found for another's text, already-done, stale-version, invalid for a text that is stopped.
 */
export const confirmText =
  ({ register, now }: TextDeps): ConfirmText =>
  (actor, { id, version, key }) =>
    register.as(actor, { verb: 'text.confirmed', subjects: [id], key, command: { version } }, async (scope) => {
      const was = await scope.texts.byId(id as TextId)
      if (was?.authorId !== actor.workerId) return notFound()
      const subject = await subjectOf(scope, actor, was.subjectReference)
      if (!subject.ok) return subject
      if (!isOpen(was)) return refuse({ kind: 'conflict', reason: 'already-done' })
      if (was.version !== version) return refuse({ kind: 'conflict', reason: 'stale-version' })

      const outcome = outcomeOf(await findingsIn(scope, subject.value?.child ?? null, was.text))
      if (outcome === 'stopped') return invalid('text', 'This text is stopped. Change what is marked, or ask a second person.')
      if (!(await scope.texts.replace(was, { text: was.text, state: 'passed', changedAt: now() }))) return refuse({ kind: 'conflict', reason: 'stale-version' })
      await scope.audit.record({ verb: 'text.confirmed', subjectAgencyId: was.subjectAgencyId, subjects: [id, ...auditSubjects(was.subjectReference)] })
      return ok({ id, version: version + 1, state: 'passed' })
    })
