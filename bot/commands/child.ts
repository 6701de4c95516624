import { showChildAnonymously } from '../show-child.ts'
import type { CommandHandler } from './command.ts'

/** The answer to a typed question is stored, so it is the anonymous card. */
export const child: CommandHandler<'child'> =
  (deps) =>
  (turn, { reference }) =>
    showChildAnonymously(deps)(turn, reference)
