import type { Actor } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { Today } from '../../core/plain-date.ts'
import { notFound, ok, refuse, type Result } from '../../core/result.ts'
import type { BaseScope, Doing, Register } from '../../database/register.ts'
import { mayAdminister } from './administration-access.ts'
import type { WorkerDeps } from './list-workers.ts'
import type { Worker, WorkerStore } from './worker-store.ts'
import { workerView, type WorkerView } from './worker-view.ts'

interface Workers {
  readonly workers: WorkerStore
}
/** What every change of people comes to: who it was about. Nothing else is kept with the key. */
export type Changed = Result<{ readonly id: WorkerId }>

/**
 * One change of the agency's people by its administrator. Changes wait for each other, so that two who each leave the other one to
 * administer are told one after the other. The person is read afterwards, as they stand then.
 */
export const changePeople = async <Scope extends Workers>(
  { register, today }: { readonly register: Register<Scope>; readonly today: Today },
  actor: Actor,
  doing: Doing & { readonly action: string },
  change: (scope: Scope & BaseScope) => Promise<Changed>,
): Promise<Result<WorkerView>> => {
  const { action, ...done } = doing
  const changed = await register.as(actor, done, async (scope): Promise<Changed> => {
    if (!mayAdminister(actor, 'change-people', actor.agencyId)) return refuse({ kind: 'not-allowed', action })
    await scope.workers.lock()
    return change(scope)
  })
  if (!changed.ok) return changed
  return register.as(actor, { verb: 'people.listed' }, async ({ workers }) => {
    const found = await workers.byId(changed.value.id)
    return found ? ok(workerView(found, actor, today())) : notFound()
  })
}

/** The person of one's own agency; somebody of another one is not found, as nobody is. */
export const changeWorker = (
  deps: WorkerDeps,
  actor: Actor,
  { id, ...doing }: Doing & { readonly action: string; readonly id: WorkerId },
  change: (person: Worker, scope: Workers) => Promise<Result<unknown>>,
): Promise<Result<WorkerView>> =>
  changePeople(deps, actor, { ...doing, subjects: [id, ...(doing.subjects ?? [])] }, async (scope): Promise<Changed> => {
    const person = await scope.workers.byId(id)
    if (person === undefined) return notFound()
    const changed = await change(person, scope)
    if (!changed.ok) return changed
    await scope.audit.record({ verb: doing.verb, subjectAgencyId: actor.agencyId, subjects: [id, ...(doing.subjects ?? [])] })
    return ok({ id })
  })
