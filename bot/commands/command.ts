import type { Answer, Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import type { Command } from './parse-command.ts'

/** One thing that a person can type, answered. */
export type CommandHandler<Name extends Command['name']> = (
  deps: BotDeps,
) => (turn: Turn, command: Extract<Command, { readonly name: Name }>) => Promise<Answer>
