import type { Actor } from '../core/actor.ts'
import { ok, type Result } from '../core/result.ts'
import type { BaseScope } from '../database/register.ts'
import { ownRecord, subjectsOf, type RetentionDeps, type RetentionScope } from './own-record.ts'
import { readRecord, type RetentionOfChild } from './read-record.ts'
import type { RetentionPermission } from './retention-access.ts'
import type { RetainedChild } from './retention-store.ts'

export interface RecordCommand {
  readonly reference: string
  readonly key: string
}

interface Change {
  /** for the audit */
  readonly verb: string
  readonly permission: RetentionPermission
  /** on a record that nobody else changes meanwhile */
  readonly act: (child: RetainedChild, scope: RetentionScope & BaseScope) => Promise<Result<unknown>>
}

/** One change about one record, once for its key; answers how the record stands then. Refuses: not-allowed, invalid, not-found, and what `act` refuses. */
export const changeRecord = async (
  deps: RetentionDeps,
  actor: Actor,
  command: RecordCommand,
  { verb, permission, act }: Change,
): Promise<Result<RetentionOfChild>> => {
  const subjects = subjectsOf(command.reference)
  const done = await deps.register.as(actor, { verb, subjects, key: command.key, command }, async (scope): Promise<Result<null>> => {
    const found = await ownRecord(scope.retention, actor, command.reference, permission)
    if (!found.ok) return found
    const child = await scope.retention.lock(found.value.id)
    // purged while this waited
    if (child === undefined) return { ok: false, refusal: { kind: 'not-found' } }
    const acted = await act(child, scope)
    if (!acted.ok) return acted
    await scope.audit.record({ verb, subjectAgencyId: child.agencyId, subjects: [child.reference] })
    return ok(null)
  })
  // read as a read of its own, so that a kept key holds nothing about the record and opens nothing later
  return done.ok ? readRecord(deps)(actor, command) : done
}
