import { chooseWork } from './choose-work.ts'
import type { CommandHandler } from './command.ts'

export const workAs: CommandHandler<'work-as'> =
  ({ useCases }) =>
  (turn, { agency }) =>
    chooseWork(useCases.chooseAgency)({ identity: turn.identity, worksFor: turn.worksFor, typed: agency })
