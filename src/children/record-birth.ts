import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { addDays } from '../core/plain-date.ts'
import { invalid, ok, type Result } from '../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { recordBirthCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from './child-views.ts'
import { born } from './journey-edits.ts'
import { readDay } from './record-date.ts'

export type RecordBirth = (actor: Actor, command: z.output<typeof recordBirthCommand> & { readonly reference: string }) => Promise<Result<OwnChildDetail>>

/**
 * An unborn child was born: the same record goes on with a birth date, and all that was recorded before stays. Refuses as
 * `changeChild` does; invalid for a child who has a birth date, a day ahead, or one before the register can have meant this child.
 */
export const recordBirth =
  (deps: ChangeDeps): RecordBirth =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.born',
      permission: 'edit',
      action: 'record the birth of this child',
      edit: (record, secrets) => {
        const on = readDay('on', command.on)
        if (!on.ok) return on
        if (!record.isUnborn) return invalid('on', 'This child is born already. Correct the birth date in the case system and import it.')
        const { parallelPlan, packA } = record.child.journey
        const known = [packA, parallelPlan].filter((day) => day !== null).sort()[0]
        if (known !== undefined && on.value < addDays(known, -30))
          return invalid('on', 'The birth is long before the plan was made for the unborn child. Please check the date.')
        const child = born({ ...record.child, sex: command.sex }, on.value, deps.today())
        return child.ok ? ok({ child: child.value, secrets: { ...secrets, born: on.value, name: command.name ?? secrets.name } }) : child
      },
    })
