import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { readDay } from '../../core/read-day.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { invalid, ok, type Result } from '../../core/result.ts'
import { changeChild, type ChangeDeps } from './change-child.ts'
import type { endPauseCommand, startPauseCommand } from './child-commands-contract.ts'
import { PAUSE_REASONS, type OwnChildDetail, type Pause } from '../child-views.ts'

export type StartPause = (actor: Actor, command: z.output<typeof startPauseCommand> & { readonly reference: string }) => Promise<Result<OwnChildDetail>>
export type EndPause = (actor: Actor, command: z.output<typeof endPauseCommand> & { readonly reference: string }) => Promise<Result<OwnChildDetail>>

/** One open pause of each kind at a time, and none inside another of its kind. */
const started = (pauses: readonly Pause[], pause: Pause, today: PlainDate): Result<readonly Pause[]> => {
  const same = pauses.filter(({ kind }) => kind === pause.kind)
  if (!(PAUSE_REASONS[pause.kind] as readonly string[]).includes(pause.reason))
    return invalid('reason', `Choose one of: ${PAUSE_REASONS[pause.kind].join('; ')}.`)
  if (pause.from > today) return invalid('from', 'The day lies in the future.')
  if (same.some(({ until }) => until === null)) return invalid('kind', 'This is open already. Record its end first.')
  if (same.some(({ until }) => until !== null && until > pause.from)) return invalid('from', 'On that day an earlier one had not ended.')
  return ok([...pauses, pause])
}

/** Puts a child on hold, or records that a legal challenge began. Waits go on being counted. Refuses as `changeChild` and `started` do. */
export const startPause =
  (deps: ChangeDeps): StartPause =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.paused',
      permission: 'edit',
      action: 'put this child on hold',
      edit: ({ child }) => {
        const from = readDay('from', command.from)
        if (!from.ok) return from
        const pauses = started(child.pauses, { kind: command.kind, reason: command.reason, from: from.value, until: null }, deps.today())
        return pauses.ok ? ok({ child: { ...child, pauses: pauses.value } }) : pauses
      },
    })

/** The hold, or the legal challenge, is over. Refuses as `changeChild` does; invalid where none is open, or before it began. */
export const endPause =
  (deps: ChangeDeps): EndPause =>
  (actor, command) =>
    changeChild(deps, actor, command, {
      verb: 'child.resumed',
      permission: 'edit',
      action: 'end a pause of this child',
      edit: ({ child }) => {
        const until = readDay('until', command.until)
        if (!until.ok) return until
        const open = child.pauses.find(({ kind, until: ended }) => kind === command.kind && ended === null)
        if (!open) return invalid('kind', 'Nothing of that kind is open.')
        if (until.value < open.from) return invalid('until', 'The end is before the beginning.')
        if (until.value > deps.today()) return invalid('until', 'The day lies in the future.')
        return ok({ child: { ...child, pauses: child.pauses.map((pause) => (pause === open ? { ...open, until: until.value } : pause)) } })
      },
    })
