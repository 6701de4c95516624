import { say } from '../answers.ts'
import { showWaiting } from '../show-waiting.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { Answer, Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import { waitingFilterVerb, waitingNarrowVerb } from '../verbs/waiting-verbs.ts'
import { action } from './action.ts'
import { exactFilter } from '../../src/overview/exact-filter.ts'
import { readChoices } from './filter-choices.ts'

const narrow =
  (deps: BotDeps) =>
  async (turn: Turn, chosen: Parameters<typeof readChoices>[0]): Promise<Answer> => {
    const filter = readChoices(chosen)
    return filter === undefined ? say(TEXTS.forgedCard) : showWaiting(deps)(turn, { filter: exactFilter(filter) })
  }

export const waitingFilter = action(waitingFilterVerb, narrow)
export const waitingNarrow = action(waitingNarrowVerb, narrow)
