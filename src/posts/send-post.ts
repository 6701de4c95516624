import * as z from 'zod'
import type { PostId } from '../core/ids.ts'
import type { JobHandler, TakenJob } from '../database/job-queue.ts'
import { audienceOf } from './audience.ts'
import type { Partner } from './partner.ts'
import type { Conversation } from './conversation.ts'
import { CHANNEL_TRIES, closeConversation, conversationOf, later, givenUp, ROSTER_TRIES, settle, type Fate } from './delivery.ts'
import { draw, rosterOf, type Drawn } from './look-at-post.ts'
import { matterNow, referencesOf, type MatterNow } from './matter.ts'
import type { Delivery, Matter } from './ports.ts'
import type { PostDeps } from './post-scope.ts'
import { postponed, refused, sent, unreachable, type Post } from './post.ts'

export const postJob = z.strictObject({ postId: z.uuid().transform((id) => id as PostId) })
const JOB = 'job:post.send'
/** Seconds for which a worker has a post to itself: more than asking for the readers and sending ever take. */
const CLAIM_SECONDS = 60

interface Taken {
  readonly post: Post
  readonly now: MatterNow
  readonly partners: readonly Partner[]
}

/** Takes the post for this worker, with the child as it is now; says why not otherwise. */
const take = ({ register, now }: PostDeps, job: TakenJob, id: PostId): Promise<Taken | 'elsewhere' | 'settled'> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    const at = now()
    const post = await scope.posts.claim(id, at, new Date(at.getTime() + CLAIM_SECONDS * 1000))
    if (post === undefined) return (await scope.posts.byId(id))?.state === 'to-be-sent' ? 'elsewhere' : 'settled'
    const partners = await scope.posts.partners()
    return { post, now: await matterNow(scope, post, partners), partners }
  })

type Check = { readonly kind: 'send'; readonly drawn: Drawn; readonly matter: Matter } | { readonly kind: 'keep'; readonly fate: Fate }

const refuse = (post: Post, reason: string): Check => ({
  kind: 'keep',
  fate: { becomes: refused(post, reason), verb: 'post.refused', outcome: { kind: 'done' } },
})

/** Everything that was true at the moment of confirming is asked again at the moment of sending; the card is drawn anew. */
const check = async (deps: PostDeps, job: TakenJob, { post, now, partners }: Taken, conversation: Conversation): Promise<Check> => {
  // answers end earlier: what comes here again and again ends in a fault, and the person who posted it is told
  if (job.attempts > CHANNEL_TRIES) return { kind: 'keep', fate: givenUp(post) }
  if (!now.isLive) return refuse(post, `${referencesOf(post).join(', ')} no longer waited for a family when the card was to be sent.`)
  const roster = await rosterOf(deps.outbound, conversation)
  if (roster.members === undefined && job.attempts < ROSTER_TRIES) {
    const problem = 'The channel did not say who is in it. It is asked again.'
    return { kind: 'keep', fate: { becomes: postponed(post, problem), outcome: later(job, problem) } }
  }
  const audience = audienceOf([roster], partners)
  return audience.kind === 'allowed' ? { kind: 'send', drawn: draw(deps.drawPost, now.matter), matter: now.matter } : refuse(post, audience.reason)
}

const afterDelivery = (post: Post, job: TakenJob, delivery: Delivery, contentHash: string, at: Date): Fate => {
  if (delivery.kind === 'delivered') return { becomes: sent(post, delivery.activityId, contentHash, at), verb: 'post.sent', outcome: { kind: 'done' } }
  const problem = delivery.kind === 'gone' ? 'Teams does not know the conversation.' : delivery.problem
  if (delivery.kind === 'retry' && job.attempts < CHANNEL_TRIES)
    return { becomes: postponed(post, problem), outcome: later(job, problem, delivery.afterSeconds) }
  return { becomes: unreachable(post, problem), verb: 'post.unreachable', outcome: { kind: 'failed', problem } }
}

/**
 * Sends one card to one conversation and keeps the activity id that the channel gave it.
 *
 * Nothing that was confirmed is lost: the job is a row of the same transaction as the post, and runs until the post is settled. What
 * can happen is a double. The Bot Connector has no idempotency key and no way to ask what it took, so when this process dies after
 * the channel took the card and before the id is stored, or when the channel takes a card and answers with a time-out, the next try
 * sends it again; the first card then stays as it is, because nobody knows its id. It is anonymous and says whom to ask, as every
 * stored card does. The window is kept to the one write after the answer: everything else is asked, checked and drawn before, and a
 * claim on the post keeps a second worker away, also one that thinks that the first is dead.
 */
export const sendPost =
  (deps: PostDeps): JobHandler =>
  async (job) => {
    const taken = await take(deps, job, postJob.parse(job.payload).postId)
    if (taken === 'settled') return { kind: 'done' }
    if (taken === 'elsewhere') return later(job, 'Another worker has this post.', CLAIM_SECONDS)

    const { post } = taken
    const conversation = await conversationOf(deps.register, JOB, post)
    const checked = await check(deps, job, taken, conversation)
    if (checked.kind === 'keep') return settle(deps.register, JOB, job, post, checked.fate)

    const delivery = await deps.outbound.postCard(conversation, deps.drawPost(checked.matter, post.id).card, checked.drawn.summary)
    const outcome = await settle(deps.register, JOB, job, post, afterDelivery(post, job, delivery, checked.drawn.contentHash, deps.now()))
    if (delivery.kind === 'unreachable') await closeConversation(deps.register, JOB, conversation)
    return outcome
  }
