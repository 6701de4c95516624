import type { Actor } from '../../core/actor.ts'
import type { Today } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import { notFound, ok, refuse, type Result } from '../../core/result.ts'
import type { BankHolidays } from '../../core/working-days.ts'
import type { BaseScope, Register } from '../../database/register.ts'
import { mayAt, type ChildPermission } from '../child-access.ts'
import { childChanged } from './child-changed.ts'
import { readChildReference } from '../child-reference.ts'
import type { ChildStore } from '../child-store.ts'
import type { OwnChildDetail } from '../child-views.ts'
import type { Child, Secrets } from '../child.ts'
import { ownChildFor } from '../own-child.ts'
import type { OwnRecord } from '../own-child-row.ts'
import { detailOf, type DetailScope } from '../present-detail.ts'

export interface ChangeDeps {
  readonly register: Register<DetailScope>
  readonly today: Today
  readonly holidays: BankHolidays
}

/** What every command about one child carries. */
export interface ChildCommand {
  readonly reference: string
  /** the one that the person saw */
  readonly version: number
  readonly key: string
}

interface Changed {
  readonly child: Child
  readonly secrets?: Secrets
}

interface Change {
  /** for the audit: `child.date-recorded` */
  readonly verb: string
  readonly permission: ChildPermission | ((record: OwnRecord) => ChildPermission)
  /** for the refusal, after "You may not" */
  readonly action: string
  readonly edit: (record: OwnRecord, secrets: Secrets, scope: { readonly children: ChildStore } & BaseScope) => Promise<Result<Changed>> | Result<Changed>
}

/**
 * Changes one child of the own agency: who, what is there, may they, what happens, is it saved. Refuses: not-found, not-allowed,
 * stale-version when somebody else was first, and what `edit` refuses. Where the stage changes, posted cards follow (job
 * `post.child-changed`). Answers the child as it then is.
 */
export const changeChild = async (
  { register, today, holidays }: ChangeDeps,
  actor: Actor,
  command: ChildCommand,
  change: Change,
): Promise<Result<OwnChildDetail>> => {
  const parsed = readChildReference(command.reference)
  if (!parsed.ok) return parsed
  const reference = parsed.value
  const doing = { verb: change.verb, subjects: [reference], key: command.key, command }
  const done = await register.as(actor, doing, async (scope): Promise<Result<{ reference: ChildReference }>> => {
    const { children, audit, jobs } = scope
    const found = await ownChildFor(children, actor, reference, change)
    if (!found.ok) return found
    const was = found.value.child
    if (was.version !== command.version) return refuse({ kind: 'conflict', reason: 'stale-version' })
    const secrets = await children.secrets(was.id)
    if (!secrets) throw new Error(`The key of ${reference} is gone.`)
    const changed = await change.edit(found.value, secrets, scope)
    if (!changed.ok) return changed
    if (!(await children.replace(was, changed.value.child, changed.value.secrets))) return refuse({ kind: 'conflict', reason: 'stale-version' })
    await audit.record({ verb: change.verb, subjectAgencyId: was.agencyId, subjects: [reference] })
    await jobs.add(...childChanged(was, changed.value.child))
    return ok({ reference })
  })
  // read afterwards and as a read of its own, so that a kept key holds nothing about the child and opens nothing later
  return done.ok ? readAgain({ register, today, holidays }, actor, reference) : done
}

const readAgain = (deps: ChangeDeps, actor: Actor, reference: ChildReference): Promise<Result<OwnChildDetail>> =>
  deps.register.as(actor, { verb: 'child.read', subjects: [reference] }, async (scope) => {
    const own = mayAt(actor.roles, 'read', 'placing-agency') ? await scope.children.own(reference) : undefined
    if (!own) return notFound()
    await scope.audit.record({ verb: 'child.read', subjectAgencyId: own.child.agencyId, subjects: [reference] })
    return ok(await detailOf(scope, own, actor, deps))
  })
