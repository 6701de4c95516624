import { say } from '../answers.ts'
import type { CommandHandler } from './command.ts'

export const unclear: CommandHandler<'unclear'> =
  () =>
  (_turn, { sentence }) =>
    Promise.resolve(say(sentence))
