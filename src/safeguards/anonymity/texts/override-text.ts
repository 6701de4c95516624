import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { notFound, ok, refuse, type Result } from '../../../core/result.ts'
import { auditSubjects } from './check-text.ts'
import { mayText, mayTextsAnywhere } from './text-access.ts'
import type { TextId } from './text.ts'
import type { overrideTextCommand, textState } from './text-contract.ts'
import type { TextDeps } from './text-scope.ts'

export type OverrideText = (actor: Actor, command: z.output<typeof overrideTextCommand> & { readonly id: string }) => Promise<Result<z.input<typeof textState>>>

/**
 * A second authorised person of the same agency lets a stopped text go, and says why; the author never does.
 * Refuses: not-allowed (by role, and to the author), not-found for a text that waits for nobody or is another agency's, stale-version.
 */
export const overrideText =
  ({ register, now }: TextDeps): OverrideText =>
  (actor, { id, reason, version, key }) =>
    register.as(actor, { verb: 'text.overridden', subjects: [id], key, command: { version, reason } }, async (scope) => {
      const refused = refuse({ kind: 'not-allowed', action: 'let a stopped text go' })
      if (!mayTextsAnywhere(actor, 'override')) return refused
      const was = await scope.texts.byId(id as TextId)
      if (was?.authorId === actor.workerId) return refused
      if (was?.state === 'overridden' || was?.state === 'passed') return refuse({ kind: 'conflict', reason: 'already-done' })
      if (was?.state !== 'waiting-for-override') return notFound()
      if (!mayText(actor, 'override', was.subjectReference === null ? null : was.subjectAgencyId)) return notFound()
      if (was.version !== version) return refuse({ kind: 'conflict', reason: 'stale-version' })

      const saved = await scope.texts.replace(was, { text: was.text, state: 'overridden', changedAt: now() }, { by: actor.workerId, reason })
      if (!saved) return refuse({ kind: 'conflict', reason: 'stale-version' })
      await scope.audit.record({
        verb: 'text.overridden',
        subjectAgencyId: was.subjectAgencyId,
        subjects: [id, was.authorId, ...auditSubjects(was.subjectReference)],
      })
      return ok({ id, version: version + 1, state: 'overridden' })
    })
