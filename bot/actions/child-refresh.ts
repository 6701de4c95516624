import { showChild } from '../show-child.ts'
import { childRefreshVerb } from '../verbs/child-verbs.ts'
import { action } from './action.ts'

/** Read-only: returns a card, sends and updates nothing. */
export const childRefresh = action(
  childRefreshVerb,
  (deps) =>
    (turn, { reference }) =>
      showChild(deps)(turn, reference),
)
