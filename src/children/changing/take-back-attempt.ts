import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import { permissionToEnd } from '../child-access.ts'
import type { takeBackAttemptCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from '../child-views.ts'
import { takeBack } from '../journey/journey-edits.ts'

export type TakeBackAttempt = (
  actor: Actor,
  command: z.output<typeof takeBackAttemptCommand> & { readonly reference: string },
) => Promise<Result<OwnChildDetail>>

/**
 * Takes back a disruption, or a new decision after an ended plan, that was recorded by mistake, by whoever may record it. Refuses as
 * `changeChild` does, and invalid where other dates were recorded since.
 */
export const takeBackAttempt =
  (deps: ChangeDeps): TakeBackAttempt =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.attempt-taken-back',
      permission: ({ child }) => permissionToEnd(child.attempts.at(-1)?.endedBy ?? 'disrupted'),
      action: 'take back how this child’s last attempt ended',
      edit: ({ child }, { born }) => {
        const changed = takeBack(child, born, deps.today())
        return changed.ok ? ok({ child: changed.value }) : changed
      },
    })
