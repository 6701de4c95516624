import { show } from '../answers.ts'
import { helpCard } from '../cards/help-card.ts'
import type { CommandHandler } from './command.ts'

export const help: CommandHandler<'help'> =
  ({ links }) =>
  () =>
    Promise.resolve(show(helpCard(links)))
