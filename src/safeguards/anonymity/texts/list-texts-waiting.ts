import type * as z from 'zod'
import type { Actor } from '../../../core/actor.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { findingsIn } from './look-at-text.ts'
import { mayText, mayTextsAnywhere } from './text-access.ts'
import { outcomeOf, type CheckedText } from './text.ts'
import type { waitingText, waitingTexts } from './text-contract.ts'
import type { TextDeps, TextScope } from './text-scope.ts'

export type ListTextsWaiting = (actor: Actor) => Promise<Result<z.input<typeof waitingTexts>>>
type WaitingText = z.input<typeof waitingText>

const MOST = 100

const view = async (scope: TextScope, actor: Actor, text: CheckedText): Promise<WaitingText | undefined> => {
  const isOwn = text.authorId === actor.workerId
  const child = text.subjectReference === null ? null : await scope.childForText.byReference(text.subjectReference)
  // the child may have been closed to this person since
  if (child === undefined || !mayText(actor, isOwn ? 'write' : 'override', child?.agencyId ?? null)) return undefined
  const findings = await findingsIn(scope, child, text.text)
  const own = outcomeOf(findings) === 'stopped' ? (['submit'] as const) : (['submit', 'confirm'] as const)
  return {
    id: text.id,
    version: text.version,
    reference: text.subjectReference,
    purpose: text.purpose,
    author: text.authorName,
    isOwn,
    state: text.state,
    text: text.text,
    findings: [...findings],
    changedAt: text.changedAt.toISOString(),
    actions: isOwn ? [...own] : ['override'],
  }
}

/** One's own texts that have not passed, and for who may override those of colleagues that wait for it, the oldest first. Refuses: not-allowed. */
export const listTextsWaiting =
  ({ register }: Pick<TextDeps, 'register'>): ListTextsWaiting =>
  (actor) =>
    register.as(actor, { verb: 'texts.listed' }, async (scope) => {
      if (!mayTextsAnywhere(actor, 'write')) return refuse({ kind: 'not-allowed', action: 'read texts that wait' })
      const found = await scope.texts.open(actor.workerId, mayTextsAnywhere(actor, 'override'), MOST)
      const items: WaitingText[] = []
      for (const text of found) {
        const item = await view(scope, actor, text)
        if (item) items.push(item)
      }
      await scope.audit.record({
        verb: 'texts.listed',
        subjectAgencyId: actor.agencyId,
        subjects: items.flatMap(({ id, reference }) => (reference === null ? [id] : [id, reference])),
      })
      return ok({ items })
    })
