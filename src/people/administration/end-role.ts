import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { invalid, type Result } from '../../core/result.ts'
import type { endRoleCommand } from './administration-contract.ts'
import { changeWorker } from './change-worker.ts'
import type { WorkerDeps } from './list-workers.ts'
import { isLastAdministrator, roleEnded } from './role-changes.ts'
import type { WorkerView } from './worker-view.ts'

export type EndRoleCommand = z.output<typeof endRoleCommand> & { readonly id: string }
export type EndRole = (actor: Actor, command: EndRoleCommand) => Promise<Result<WorkerView>>

export const LAST_ADMINISTRATOR =
  'Nobody else would administer your agency from that day on. Give somebody else the administrator role first, with no end to it.'

/**
 * An administrator ends a role of somebody of the own agency, also their own. Refuses: not-allowed, not-found, already-done, and
 * invalid with a sentence, also for the role of the agency's last administrator.
 */
export const endRole =
  (deps: WorkerDeps): EndRole =>
  async (actor, command) => {
    const { id, role, key } = command
    const doing = { verb: 'role.ended', action: 'end a role', id: id as WorkerId, subjects: [role], key, command }
    return changeWorker(deps, actor, doing, async (person, { workers }) => {
      const on = command.on as PlainDate
      const ended = roleEnded(person, { role, grantedOn: command.grantedOn as PlainDate }, on, deps.today())
      if (!ended.ok) return ended
      if (role === 'administrator' && isLastAdministrator(person.id, await workers.standingAdministrators(), on)) return invalid('role', LAST_ADMINISTRATOR)
      await workers.saveRole(person.id, ended.value)
      return ended
    })
  }
