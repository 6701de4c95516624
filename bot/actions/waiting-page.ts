import { showWaiting, showWaitingAnonymously } from '../show-waiting.ts'
import { waitingPageVerb } from '../verbs/waiting-verbs.ts'
import { action } from './action.ts'
import { exactFilter } from '../../src/overview/exact-filter.ts'

/** The next page, in the view that the card had. */
export const waitingPage = action(waitingPageVerb, (deps) => (turn, { filter, cursor, view }) => {
  const asked = { filter: exactFilter(filter), ...(cursor === undefined ? {} : { cursor }) }
  return view === 'entitled' ? showWaiting(deps)(turn, asked) : showWaitingAnonymously(deps)(turn, asked)
})
