import { say } from '../answers.ts'
import { listed } from '../texts/words.ts'
import type { CommandHandler } from './command.ts'

/** Junk gets a way forward, and its own words are not repeated. */
export const unknown: CommandHandler<'unknown'> =
  () =>
  (_turn, { suggestions }) => {
    const examples = suggestions.map((example) => `*${example}*`)
    return Promise.resolve(say(`I don't know that one. Did you mean ${listed(examples, 'or')}? *help* shows everything.`))
  }
