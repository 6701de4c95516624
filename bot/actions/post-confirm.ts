import { refused, replacing, show } from '../answers.ts'
import { postAskedCard } from '../cards/post-asked-card.ts'
import { showPreview } from '../show-preview.ts'
import { postConfirmVerb } from '../verbs/post-verbs.ts'
import { command } from './action.ts'

export const LOOK_AGAIN = 'The card or its readers have changed since you looked. Nothing was posted. Please look again.'

/** Posts exactly what was shown. Where card or readers have changed since, nothing is posted and a fresh preview comes back. */
export const postConfirm = command(postConfirmVerb, (deps) => async (turn, confirmed) => {
  const asked = await deps.useCases.requestPost(turn.actor, confirmed)
  if (asked.ok) return replacing(show(postAskedCard(confirmed.reference, asked.value)))
  const { refusal } = asked
  return refusal.kind === 'conflict' && ['audience', 'stale-version'].includes(refusal.reason) ? showPreview(deps)(turn, confirmed, LOOK_AGAIN) : refused(asked)
})
