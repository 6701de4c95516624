import { parseReference } from '../../src/core/reference.ts'
import { refused, show } from '../answers.ts'
import { notFound } from '../../src/core/result.ts'
import { postCancelledCard } from '../cards/post-asked-card.ts'
import { postCancelVerb } from '../verbs/post-verbs.ts'
import { action } from './action.ts'

export const postCancel = action(postCancelVerb, () => async (_turn, { reference }) => {
  const real = parseReference('FF', reference)
  return real === undefined ? refused(notFound()) : { ...show(postCancelledCard(real)), replacesStored: true }
})
