import { parsePlainDate } from '../../src/core/plain-date.ts'
import { parseReference } from '../../src/core/reference.ts'
import { notFound } from '../../src/core/result.ts'
import type { PostId } from '../../src/core/ids.ts'
import { REVIEW_OUTCOMES } from '../../src/posts/post-kinds.ts'
import { refused, say, show } from '../answers.ts'
import { postCard } from '../cards/post-card.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import { postReviewVerb } from '../verbs/post-verbs.ts'
import { action } from './action.ts'

/**
 * Said on the posted card itself, in its channel: who says it is known from the roster. The one who said it sees the card with the review
 * at once; every copy follows by its job.
 */
export const postReview = action(postReviewVerb, ({ useCases, links }) => async (turn, { reference: typed, post, outcome: chosen }) => {
  const outcome = REVIEW_OUTCOMES.find((one) => one === chosen)
  const reference = parseReference('FF', typed)
  if (turn.automatic || outcome === undefined) return say(TEXTS.forgedCard)
  if (reference === undefined) return refused(notFound())
  const reviewed = await useCases.reviewCard(turn.actor, { reference, outcome, key: turn.key })
  if (!reviewed.ok) return refused(reviewed)
  const child = await useCases.readAnonymousChild(turn.actor, { reference })
  const on = parsePlainDate(reviewed.value.on)
  if (!child.ok || on === undefined) return say(TEXTS.reviewSaved)
  const { card, summary } = postCard(links)({ kind: 'child', child: child.value, review: { on, outcome } }, (post as PostId | undefined) ?? null)
  return show({ card, summary })
})
