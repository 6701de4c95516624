import { parseReference } from '../../src/core/reference.ts'
import { notFound } from '../../src/core/result.ts'
import { refused, replacing, show } from '../answers.ts'
import { postCancelledCard } from '../cards/post-asked-card.ts'
import type { Answer } from '../turn.ts'
import { postCancelVerb } from '../verbs/post-verbs.ts'
import { command } from './action.ts'

const cancelled = (typed: string): Answer => {
  if (typed === '') return replacing(show(postCancelledCard('The list')))
  const reference = parseReference('FF', typed)
  return reference === undefined ? refused(notFound()) : replacing(show(postCancelledCard(reference)))
}

/** Nothing was sent and nothing is kept: only the stored preview goes. */
export const postCancel = command(
  postCancelVerb,
  () =>
    (_turn, { reference }) =>
      Promise.resolve(cancelled(reference)),
)
