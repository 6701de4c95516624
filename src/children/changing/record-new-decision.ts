import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { readDay } from '../../core/read-day.ts'
import { ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { decideAgainCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from '../child-views.ts'
import { decideAgain } from '../journey/journey-edits.ts'

export type RecordNewDecision = (actor: Actor, command: z.output<typeof decideAgainCommand> & { readonly reference: string }) => Promise<Result<OwnChildDetail>>

/**
 * The agency decision maker decides again that the child should be placed for adoption, after a plan that had ended: the earlier
 * attempt is kept whole. Refuses as `changeChild` and `decideAgain` do.
 */
export const recordNewDecision =
  (deps: ChangeDeps): RecordNewDecision =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.decided-again',
      permission: 'record-decision',
      action: 'record a new decision for this child',
      edit: ({ child }, { born }) => {
        const on = readDay('on', command.on)
        if (!on.ok) return on
        const changed = decideAgain(child, on.value, born, deps.today())
        return changed.ok ? ok({ child: changed.value }) : changed
      },
    })
