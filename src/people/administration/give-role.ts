import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Result } from '../../core/result.ts'
import type { giveRoleCommand } from './administration-contract.ts'
import { changeWorker } from './change-worker.ts'
import type { WorkerDeps } from './list-workers.ts'
import { roleGiven } from './role-changes.ts'
import type { WorkerView } from './worker-view.ts'

export type GiveRoleCommand = z.output<typeof giveRoleCommand> & { readonly id: string }
export type GiveRole = (actor: Actor, command: GiveRoleCommand) => Promise<Result<WorkerView>>

/** An administrator gives somebody of the own agency a role, from today or a later day. Refuses: not-allowed, not-found, already-done, invalid with a sentence. */
export const giveRole =
  (deps: WorkerDeps): GiveRole =>
  async (actor, command) => {
    const { id, role, key } = command
    const doing = { verb: 'role.granted', action: 'give a role to somebody', id: id as WorkerId, subjects: [role], key, command }
    return changeWorker(deps, actor, doing, async (person, { workers }) => {
      const today = deps.today()
      const given = roleGiven(person, role, (command.from as PlainDate | undefined) ?? today, today)
      if (given.ok) await workers.saveRole(person.id, given.value)
      return given
    })
  }
