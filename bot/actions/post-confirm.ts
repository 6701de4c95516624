import { refused, replacing, show } from '../answers.ts'
import { postAskedCard } from '../cards/post-asked-card.ts'
import { showPreview } from '../show-preview.ts'
import { postConfirmVerb } from '../verbs/post-verbs.ts'
import { action } from './action.ts'

const CHANGED = 'The card or its readers have changed since you looked. Nothing was posted. Please look again.'

/** Posts exactly what was shown. Where card or readers have changed since, nothing is posted and a fresh preview comes back. */
export const postConfirm = action(postConfirmVerb, (deps) => async (turn, command) => {
  const asked = await deps.useCases.requestPost(turn.actor, command)
  if (asked.ok) return replacing(show(postAskedCard(command.reference, asked.value)))
  const { refusal } = asked
  return refusal.kind === 'conflict' && refusal.reason === 'audience' ? showPreview(deps)(turn, command, CHANGED) : refused(asked)
})
