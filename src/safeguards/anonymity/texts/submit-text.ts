import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { newId } from '../../../core/ids.ts'
import { notFound, ok, refuse, type Result } from '../../../core/result.ts'
import { auditSubjects } from './check-text.ts'
import { findingsIn, subjectOf } from './look-at-text.ts'
import { isOpen, outcomeOf, stateAfter, type TextId } from './text.ts'
import type { resubmitTextCommand, submittedText, submitTextCommand } from './text-contract.ts'
import type { TextDeps } from './text-scope.ts'

type Submitted = z.input<typeof submittedText>
export type SubmitText = (actor: Actor, command: z.output<typeof submitTextCommand>) => Promise<Result<Submitted>>
export type ResubmitText = (actor: Actor, command: z.output<typeof resubmitTextCommand> & { readonly id: string }) => Promise<Result<Submitted>>

/**
 * Keeps a text and checks it: one that passes may go on its way, any other stays with its author, or waits for a second person where the author asks.
 * Refuses: not-allowed, not-found for a child that this person may not see, invalid for a malformed reference.
 */
export const submitText =
  ({ register, now }: TextDeps): SubmitText =>
  (actor, command) => {
    const { reference, purpose, text, askOverride, key } = command
    return register.as(actor, { verb: 'text.submitted', subjects: auditSubjects(reference), key, command }, async (scope) => {
      const subject = await subjectOf(scope, actor, reference)
      if (!subject.ok) return subject
      const child = subject.value?.child ?? null
      const findings = await findingsIn(scope, child, text)
      const outcome = outcomeOf(findings)
      const state = stateAfter(outcome, askOverride)
      const id = newId<TextId>()
      const subjectAgencyId = child?.agencyId ?? actor.agencyId
      await scope.texts.add({
        id,
        authorId: actor.workerId,
        authorName: actor.name,
        subjectId: child !== null && child.agencyId === actor.agencyId ? child.childId : null,
        subjectReference: subject.value?.reference ?? null,
        subjectAgencyId,
        purpose,
        text,
        state,
        changedAt: now(),
      })
      await scope.audit.record({ verb: 'text.submitted', subjectAgencyId, subjects: [id, ...auditSubjects(reference)] })
      return ok({ id, version: 1, state, outcome, findings: [...findings] })
    })
  }

/**
 * The author's next try at a text that has not passed. Refuses: not-allowed, not-found for another's text and for one about a child whom this
 * person may no longer see, already-done for one that passed, stale-version.
 */
export const resubmitText =
  ({ register, now }: TextDeps): ResubmitText =>
  (actor, command) => {
    const { id, text, askOverride, version, key } = command
    return register.as(actor, { verb: 'text.submitted', subjects: [id], key, command }, async (scope) => {
      const was = await scope.texts.byId(id as TextId)
      if (was?.authorId !== actor.workerId) return notFound()
      const subject = await subjectOf(scope, actor, was.subjectReference)
      if (!subject.ok) return subject
      if (!isOpen(was)) return refuse({ kind: 'conflict', reason: 'already-done' })
      if (was.version !== version) return refuse({ kind: 'conflict', reason: 'stale-version' })

      const findings = await findingsIn(scope, subject.value?.child ?? null, text)
      const outcome = outcomeOf(findings)
      const state = stateAfter(outcome, askOverride)
      if (!(await scope.texts.replace(was, { text, state, changedAt: now() }))) return refuse({ kind: 'conflict', reason: 'stale-version' })
      await scope.audit.record({ verb: 'text.submitted', subjectAgencyId: was.subjectAgencyId, subjects: [id, ...auditSubjects(was.subjectReference)] })
      return ok({ id, version: version + 1, state, outcome, findings: [...findings] })
    })
  }
