import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { readDay } from '../../core/read-day.ts'
import { addMonths, type PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { recordBirthCommand } from './child-commands-contract.ts'
import type { OwnChildDetail } from '../child-views.ts'
import { born } from '../journey/journey-edits.ts'

/** Months: born so much before the month that is recorded as due, or after it, is a slip of the keyboard. */
const [EARLY, LATE] = [5, 2]

const isNearDue = (on: PlainDate, expectedBirth: string | null): boolean => {
  if (expectedBirth === null) return true
  const month = `${expectedBirth}-01` as PlainDate
  return on >= addMonths(month, -EARLY) && on < addMonths(month, LATE + 1)
}

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
        if (!isNearDue(on.value, record.child.expectedBirth))
          return invalid('on', 'The birth is far from the month in which it was due. Check the date, or correct the month first.')
        const child = born({ ...record.child, sex: command.sex }, on.value, deps.today())
        return child.ok ? ok({ child: child.value, secrets: { ...secrets, born: on.value, name: command.name ?? secrets.name } }) : child
      },
    })
