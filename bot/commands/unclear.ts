import { say } from '../answers.ts'
import type { CommandHandler } from './command.ts'

export const unclear: CommandHandler<'unclear'> =
  () =>
  async (_turn, { sentence }) =>
    say(sentence)
