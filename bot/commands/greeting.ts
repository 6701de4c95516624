import { say } from '../answers.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { CommandHandler } from './command.ts'

export const greeting: CommandHandler<'greeting'> = () => (turn) => Promise.resolve(say(TEXTS.greeting(turn.actor.name.split(' ')[0] ?? turn.actor.name)))
