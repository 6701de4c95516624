import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { parseReference } from '../../../core/reference.ts'
import { ok, type Result } from '../../../core/result.ts'
import { findingsIn, subjectOf } from './look-at-text.ts'
import { outcomeOf } from './text.ts'
import type { checkTextCommand, textCheck } from './text-contract.ts'
import type { TextDeps } from './text-scope.ts'

export type CheckText = (actor: Actor, command: z.output<typeof checkTextCommand>) => Promise<Result<z.input<typeof textCheck>>>

export const auditSubjects = (reference: string | null): readonly string[] => (reference === null ? [] : [parseReference('FF', reference) ?? 'none'])

/**
 * What could identify somebody in a text, and what to write instead. Nothing of the text is kept, not even in the audit.
 * Refuses: not-allowed, not-found for a child that this person may not see, invalid for a malformed reference.
 */
export const checkText =
  ({ register }: Pick<TextDeps, 'register'>): CheckText =>
  (actor, { reference, text }) =>
    register.as(actor, { verb: 'text.checked', subjects: auditSubjects(reference) }, async (scope) => {
      const subject = await subjectOf(scope, actor, reference)
      if (!subject.ok) return subject
      const findings = await findingsIn(scope, subject.value?.child ?? null, text)
      await scope.audit.record({
        verb: 'text.checked',
        subjectAgencyId: subject.value?.child.agencyId ?? actor.agencyId,
        subjects: auditSubjects(reference),
      })
      return ok({ outcome: outcomeOf(findings), findings: [...findings] })
    })
