import { say } from '../answers.ts'
import { listed } from '../texts/words.ts'
import type { CommandHandler } from './command.ts'

/** Junk gets a way forward, and its own words are not repeated. */
export const unknown: CommandHandler<'unknown'> =
  () =>
  async (_turn, { suggestions }) =>
    say(
      `I don't know that one. Did you mean ${listed(
        suggestions.map((example) => `*${example}*`),
        'or',
      )}? *help* shows everything.`,
    )
