import { refused, replacing, show } from '../answers.ts'
import { postAskedCard } from '../cards/post-asked-card.ts'
import { showListPreview } from '../show-preview.ts'
import { postListConfirmVerb } from '../verbs/post-verbs.ts'
import { command } from './action.ts'
import { LOOK_AGAIN } from './post-confirm.ts'

/** Posts exactly the list that was shown. Where its card or readers have changed since, nothing is posted and a fresh preview comes back. */
export const postListConfirm = command(postListConfirmVerb, (deps) => async (turn, confirmed) => {
  const asked = await deps.useCases.requestPost(turn.actor, confirmed)
  if (asked.ok) return replacing(show(postAskedCard('The list', asked.value)))
  const { refusal } = asked
  return refusal.kind === 'conflict' && ['audience', 'stale-version'].includes(refusal.reason)
    ? showListPreview(deps)(turn, confirmed, LOOK_AGAIN)
    : refused(asked)
})
