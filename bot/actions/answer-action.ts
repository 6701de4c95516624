import { say } from '../answers.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { Answer, Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import type { Action } from './action.ts'
import { childMore } from './child-more.ts'
import { childOpen } from './child-open.ts'
import { childRefresh } from './child-refresh.ts'
import { meetingsList } from './meetings-list.ts'
import { postCancel } from './post-cancel.ts'
import { postConfirm } from './post-confirm.ts'
import { postListConfirm } from './post-list-confirm.ts'
import { postPreview } from './post-preview.ts'
import { postReview } from './post-review.ts'
import { waitingFilter, waitingNarrow } from './waiting-filter.ts'
import { waitingMore } from './waiting-more.ts'
import { waitingPage } from './waiting-page.ts'
import { waitingRefresh } from './waiting-refresh.ts'

const ACTIONS: ReadonlyMap<string, Action> = new Map(
  [
    waitingPage,
    waitingFilter,
    waitingNarrow,
    waitingMore,
    waitingRefresh,
    childOpen,
    childMore,
    childRefresh,
    postPreview,
    postConfirm,
    postListConfirm,
    postReview,
    postCancel,
    meetingsList,
  ].map((one) => [one.verb, one]),
)
export const VERBS: readonly string[] = [...ACTIONS.keys()]

/** Each verb goes to its one handler. Cards live for years: a verb that is no more is told so. */
export const answerAction =
  (deps: BotDeps) =>
  async (turn: Turn, verb: string, data: unknown): Promise<Answer> =>
    (await ACTIONS.get(verb)?.handle(deps, turn, data)) ?? say(TEXTS.outdatedCard)
