import { showWaiting } from '../show-waiting.ts'
import { waitingMoreVerb } from '../verbs/waiting-verbs.ts'
import { action } from './action.ts'
import { exactFilter } from '../../src/overview/exact-filter.ts'

export const waitingMore = action(
  waitingMoreVerb,
  (deps) =>
    (turn, { filter }) =>
      showWaiting(deps)(turn, { filter: exactFilter(filter) }),
)
