import type { JobHandler, TakenJob } from '../database/job-queue.ts'
import { audienceOf, type Partner } from './audience.ts'
import type { Conversation } from './conversation.ts'
import { CHANNEL_TRIES, closeConversation, conversationOf, givenUp, later, ROSTER_TRIES, settle, type Fate } from './delivery.ts'
import { draw, rosterOf } from './look-at-post.ts'
import type { Delivery, PostableChild } from './ports.ts'
import type { PostDeps } from './post-scope.ts'
import { postJob } from './send-post.ts'
import { isClaimed, outdated, unchanged, unreachable, updated, type Post } from './post.ts'
import { withheldChild } from './withheld-child.ts'

const JOB = 'job:post.update'

interface Due {
  readonly post: Post
  readonly activityId: string
  readonly postable: PostableChild | undefined
  readonly partners: readonly Partner[]
}

/** A card that lies in a conversation, with the child as it is now. A post in the hands of a sender comes back; one that lies nowhere is left alone. */
const load = ({ register, now }: PostDeps, job: TakenJob): Promise<Due | 'being-sent' | 'nothing'> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    const post = await scope.posts.byId(postJob.parse(job.payload).postId)
    if (post === undefined) return 'nothing'
    if (post.activityId === null) return post.state === 'to-be-sent' && isClaimed(post, now()) ? 'being-sent' : 'nothing'
    return { post, activityId: post.activityId, postable: await scope.childForPost.byId(post.childId), partners: await scope.posts.partners() }
  })

interface Shown {
  readonly child: PostableChild['child']
  /** why the card says less than it might */
  readonly reason: string | null
}

/**
 * What the card may say from now on. Facts of a child who waits are for the same readers as on the first day: where these are no
 * longer right, or cannot be had, the card is replaced by its barest form. One who no longer waits has no facts to protect.
 */
const shown = async (deps: PostDeps, job: TakenJob, { post, postable, partners }: Due, conversation: Conversation): Promise<Shown | 'wait'> => {
  const agency = partners.find(({ id }) => id === post.childAgencyId)
  const contact = { code: agency?.code ?? '', name: agency?.name ?? '' }
  if (postable === undefined) return { child: withheldChild(post.reference, contact, false), reason: null }
  if (!postable.child.isWaiting) return { child: postable.child, reason: null }
  const roster = await rosterOf(deps.outbound, conversation)
  if (roster.members === undefined && job.attempts < ROSTER_TRIES) return 'wait'
  const audience = audienceOf([roster], partners)
  if (audience.kind === 'allowed') return { child: postable.child, reason: null }
  return { child: withheldChild(post.reference, contact, true), reason: `The card’s facts were taken back. ${audience.reason}` }
}

const afterUpdate = (post: Post, job: TakenJob, delivery: Delivery, contentHash: string, reason: string | null, at: Date): Fate => {
  if (delivery.kind === 'delivered') return { becomes: updated(post, contentHash, at, reason), verb: 'post.updated', outcome: { kind: 'done' } }
  const { problem } = delivery
  if (delivery.kind === 'retry' && job.attempts < CHANNEL_TRIES)
    return { becomes: { ...outdated(post), reason: problem }, outcome: later(job, problem, delivery.afterSeconds) }
  return { becomes: unreachable(post, problem), verb: 'post.unreachable', outcome: { kind: 'failed', problem } }
}

/**
 * Replaces a card in place by the newest one: card by card, because clients do not redraw a card that becomes a plain text. Running
 * twice does no harm: the activity id is known and the card is drawn from the child as it is at that moment.
 */
export const updatePost =
  (deps: PostDeps): JobHandler =>
  async (job) => {
    const due = await load(deps, job)
    if (due === 'nothing') return { kind: 'done' }
    if (due === 'being-sent') return later(job, 'The card is being sent at this moment.', 30)

    const { post, activityId } = due
    if (job.attempts > CHANNEL_TRIES) return settle(deps.register, JOB, job, post, givenUp(post))
    const conversation = await conversationOf(deps.register, JOB, post)
    const now = await shown(deps, job, due, conversation)
    if (now === 'wait') return later(job, 'The channel did not say who is in it. It is asked again.')
    const drawn = draw(deps.drawCard, now.child)
    if (drawn.contentHash === post.contentHash)
      return settle(deps.register, JOB, job, post, { becomes: unchanged(post, now.reason), outcome: { kind: 'done' } })

    const delivery = await deps.outbound.updateCard(conversation, activityId, drawn.card, drawn.summary)
    const outcome = await settle(deps.register, JOB, job, post, afterUpdate(post, job, delivery, drawn.contentHash, now.reason, deps.now()))
    if (delivery.kind === 'unreachable') await closeConversation(deps.register, JOB, conversation)
    return outcome
  }
