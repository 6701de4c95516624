import { showWaitingAnonymously } from '../show-waiting.ts'
import type { CommandHandler } from './command.ts'

/** The answer to a typed question is stored, so it is the anonymous card. */
export const waiting: CommandHandler<'waiting'> =
  (deps) =>
  (turn, { filter, notes }) =>
    showWaitingAnonymously(deps)(turn, { filter }, notes)
