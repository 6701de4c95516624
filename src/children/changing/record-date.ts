import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { readDay } from '../../core/read-day.ts'
import { ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import { permissionToRecord } from '../child-access.ts'
import type { recordDateCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from '../child-views.ts'
import { withDate } from '../journey/journey-edits.ts'
import { DATE_WORDS } from '../journey/journey.ts'

export type RecordDateCommand = z.output<typeof recordDateCommand> & { readonly reference: string }
export type RecordDate = (actor: Actor, command: RecordDateCommand) => Promise<Result<OwnChildDetail>>

/**
 * Records, corrects or (with null) takes away one date of a child's journey. The ADM's own decisions (`admDecision`, `matched`) are
 * an agency decision maker's of the placing agency only. Refuses as `changeChild` does, and invalid with a sentence when the dates
 * could not be right.
 */
export const recordDate =
  (deps: ChangeDeps): RecordDate =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.date-recorded',
      permission: permissionToRecord(command.date),
      action: `record the ${DATE_WORDS[command.date]} of this child`,
      edit: ({ child }, { born }) => {
        const day = command.on === null ? ok(null) : readDay('on', command.on)
        if (!day.ok) return day
        const changed = withDate(child, { date: command.date, on: day.value, reason: command.reason }, born, deps.today())
        return changed.ok ? ok({ child: changed.value }) : changed
      },
    })
