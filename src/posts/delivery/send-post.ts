import * as z from 'zod'
import type { PostId } from '../../core/ids.ts'
import type { JobHandler, TakenJob } from '../../database/job-queue.ts'
import { audienceOf } from '../conversations/audience.ts'
import type { Partner } from '../conversations/partner.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { CHANNEL_TRIES, closeConversation, givenUp, later, ROSTER_TRIES, settle, turnIn, type Fate } from './delivery.ts'
import { draw, rosterOf, type Drawn } from '../posting/look-at-post.ts'
import { lookBeforeSending, UNCERTAIN } from './look-before-sending.ts'
import { matterNow, referencesOf, type MatterNow } from '../matter.ts'
import type { Matter, Sending } from '../ports.ts'
import type { SendDeps } from '../post-scope.ts'
import { claimed, isClaimed, leftOpen, postponed, refused, sent, unreachable, withdrawnUnsent, type Post } from '../post.ts'

export const postJob = z.strictObject({ postId: z.uuid().transform((id) => id as PostId) })
const JOB = 'job:post.send'
/** Seconds for which a worker has a post to itself: more than sending ever takes. */
const CLAIM_SECONDS = 60
/** From this try on the post is settled whatever its state: before that it is looked for first. The job loop's own end is later still. */
const LAST_TRY = CHANNEL_TRIES + 3

interface Loaded {
  readonly post: Post
  readonly now: MatterNow
  readonly partners: readonly Partner[]
}

/** The post that is still to be sent, with what it says now. */
const load = ({ register }: SendDeps, job: TakenJob): Promise<Loaded | undefined> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    const post = await scope.posts.byId(postJob.parse(job.payload).postId)
    if (post?.state !== 'to-be-sent') return undefined
    const partners = await scope.posts.partners()
    return { post, now: await matterNow(scope, post, partners), partners }
  })

type Check = { readonly kind: 'send'; readonly drawn: Drawn; readonly matter: Matter } | { readonly kind: 'keep'; readonly fate: Fate }

const refuse = (post: Post, reason: string): Check => ({
  kind: 'keep',
  fate: { becomes: refused(post, reason), verb: 'post.refused', outcome: { kind: 'done' } },
})

/** Everything that was true at the moment of confirming is asked again at the moment of sending; the card is drawn anew. */
const check = async (deps: SendDeps, job: TakenJob, { post, now, partners }: Loaded, conversation: Conversation): Promise<Check> => {
  if (post.withdrawal !== null) return { kind: 'keep', fate: { becomes: withdrawnUnsent(post), verb: 'post.withdrawn', outcome: { kind: 'done' } } }
  if (!now.isLive) return refuse(post, `${referencesOf(post).join(', ')} no longer waited for a family when the card was to be sent.`)
  const roster = await rosterOf(deps.outbound, conversation)
  if (roster.members === undefined && job.attempts < ROSTER_TRIES) {
    const problem = 'The channel did not say who is in it. It is asked again.'
    return { kind: 'keep', fate: { becomes: postponed(post, problem), outcome: later(job, problem, 0, deps.random) } }
  }
  const audience = audienceOf([roster], partners)
  return audience.kind === 'allowed' ? { kind: 'send', drawn: draw(deps.drawPost, now.matter), matter: now.matter } : refuse(post, audience.reason)
}

/** Takes the post for this worker and writes down that the card is about to leave; undefined when somebody else wrote the post meanwhile. */
const claim = ({ register, now }: SendDeps, job: TakenJob, post: Post, { contentHash }: Drawn): Promise<Post | undefined> =>
  register.asJob(job.agencyId, JOB, (scope) => {
    const at = now()
    return scope.posts.claim(post, claimed(post, contentHash, at, new Date(at.getTime() + CLAIM_SECONDS * 1000)))
  })

const afterSending = (post: Post, job: TakenJob, sending: Sending, { now, random }: SendDeps): Fate => {
  if (sending.kind === 'delivered') return { becomes: sent(post, sending.activityId, post.contentHash, now()), verb: 'post.sent', outcome: { kind: 'done' } }
  const { problem } = sending
  if (sending.kind === 'open') return { becomes: leftOpen(post, problem), outcome: later(job, problem, sending.afterSeconds, random) }
  if (sending.kind === 'retry' && job.attempts < CHANNEL_TRIES)
    return { becomes: postponed(post, problem), outcome: later(job, problem, sending.afterSeconds, random) }
  return { becomes: unreachable(post, problem), verb: 'post.unreachable', outcome: { kind: 'failed', problem } }
}

/** Whoever posted it is told, and the conversation's other posts go on. */
const endOf = (post: Post): Fate => {
  const end = givenUp(post)
  return post.attemptedAt === null ? end : { ...end, becomes: unreachable(post, UNCERTAIN) }
}

/**
 * Sends one card to one conversation, exactly once, and keeps the activity id that the channel gave it.
 *
 * Nothing that was confirmed is lost: the job is a row of the same transaction as the post, and runs until the post is settled. Nothing
 * is sent twice either, although the Bot Connector has no idempotency key: that a card is about to leave is written down before it
 * leaves. Where nobody knows the end of that try, because this process died or the answer was lost, the next one looks in the channel for
 * the post's mark, writes down what it finds there, and sends again only what is not there (docs/decisions/0016).
 */
export const sendPost =
  (deps: SendDeps): JobHandler =>
  async (job) => {
    const { register, now, random } = deps
    const loaded = await load(deps, job)
    if (loaded === undefined) return { kind: 'done' }
    const { post } = loaded
    if (isClaimed(post, now())) return later(job, 'Another worker has this post.', CLAIM_SECONDS, random)
    if (job.attempts >= LAST_TRY) return settle(register, JOB, job, post, endOf(post))

    const { conversation, waitSeconds } = await turnIn(register, JOB, post, now())
    if (waitSeconds > 0) return { kind: 'wait', afterSeconds: waitSeconds }
    if (post.attemptedAt !== null) {
      const seen = await lookBeforeSending(deps, job, post, post.attemptedAt, conversation)
      if (seen !== 'not-there') return settle(register, JOB, job, post, seen)
    }
    // answers end earlier: what comes here again and again ends in a fault
    if (job.attempts > CHANNEL_TRIES) return settle(register, JOB, job, post, givenUp(post))
    const checked = await check(deps, job, loaded, conversation)
    if (checked.kind === 'keep') return settle(register, JOB, job, post, checked.fate)

    const { drawn, matter } = checked
    const mine = await claim(deps, job, post, drawn)
    if (mine === undefined) return later(job, 'Another worker has this post.', 0, random)
    const sending = await deps.outbound.postCard(conversation, deps.drawPost(matter, post.id).card, drawn.summary)
    const outcome = await settle(register, JOB, job, mine, afterSending(mine, job, sending, deps))
    if (sending.kind === 'unreachable') await closeConversation(register, JOB, conversation)
    return outcome
  }
