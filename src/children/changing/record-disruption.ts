import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { readDay } from '../../core/read-day.ts'
import { ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { recordDisruptionCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from '../child-views.ts'
import { disrupt } from '../journey/journey-edits.ts'

export type RecordDisruption = (
  actor: Actor,
  command: z.output<typeof recordDisruptionCommand> & { readonly reference: string },
) => Promise<Result<OwnChildDetail>>

/** A placement disrupted before the adoption order (S003 §11): it is kept, and the child waits again. Refuses as `changeChild` and `disrupt` do. */
export const recordDisruption =
  (deps: ChangeDeps): RecordDisruption =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.disruption-recorded',
      permission: 'record-date',
      action: 'record a disruption for this child',
      edit: ({ child }, { born }) => {
        const on = readDay('on', command.on)
        if (!on.ok) return on
        const changed = disrupt(child, on.value, born, deps.today())
        return changed.ok ? ok({ child: changed.value }) : changed
      },
    })
