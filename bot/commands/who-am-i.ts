import { say } from '../answers.ts'
import { listed, ROLE_WORDS } from '../texts/words.ts'
import type { CommandHandler } from './command.ts'

export const whoAmI: CommandHandler<'who-am-i'> =
  () =>
  ({ actor, worksFor }) => {
    const roles = listed(actor.roles.map((role) => ROLE_WORDS[role]))
    const others = worksFor.filter(({ code }) => code !== actor.agencyCode).map(({ name }) => name)
    const change = others.length === 0 ? '' : ` You also work for ${listed(others)}: type *work as ${others[0] ?? ''}* to change over.`
    return Promise.resolve(say(`You are ${actor.name}, ${roles} at ${actor.agencyName}.${change}`))
  }
