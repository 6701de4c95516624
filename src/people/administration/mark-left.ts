import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { WorkerId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { invalid, type Result } from '../../core/result.ts'
import type { leaveCommand } from './administration-contract.ts'
import { changeWorker } from './change-worker.ts'
import { LAST_ADMINISTRATOR } from './end-role.ts'
import type { WorkerDeps } from './list-workers.ts'
import { administersFrom, isLastAdministrator, leaving } from './role-changes.ts'
import type { WorkerView } from './worker-view.ts'

export type MarkLeftCommand = z.output<typeof leaveCommand> & { readonly id: string }
export type MarkLeft = (actor: Actor, command: MarkLeftCommand) => Promise<Result<WorkerView>>

/**
 * Somebody of the own agency leaves: from that day on none of their roles counts. Refuses: not-allowed, not-found, already-done, and
 * invalid with a sentence, also for the agency's last administrator.
 */
export const markLeft =
  (deps: WorkerDeps): MarkLeft =>
  async (actor, command) => {
    const { id, key } = command
    const doing = { verb: 'worker.left', action: 'mark somebody as having left', id: id as WorkerId, key, command }
    return changeWorker(deps, actor, doing, async (person, { workers }) => {
      const on = leaving(person, command.on as PlainDate, deps.today())
      if (!on.ok) return on
      if (administersFrom(person, on.value) && isLastAdministrator(person.id, await workers.standingAdministrators(), on.value))
        return invalid('on', LAST_ADMINISTRATOR)
      await workers.saveLeaving(person.id, on.value)
      return on
    })
  }
