import { showWaiting } from '../show-waiting.ts'
import { waitingRefreshVerb } from '../verbs/waiting-verbs.ts'
import { action } from './action.ts'
import { exactFilter } from '../../src/overview/exact-filter.ts'

/** Read-only: returns a card, sends and updates nothing. */
export const waitingRefresh = action(
  waitingRefreshVerb,
  (deps) =>
    (turn, { filter }) =>
      showWaiting(deps)(turn, { filter: exactFilter(filter) }),
)
