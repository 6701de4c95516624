import type { JobHandler, TakenJob } from '../../database/job-queue.ts'
import { audienceOf } from '../conversations/audience.ts'
import type { Partner } from '../conversations/partner.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { CHANNEL_TRIES, closeConversation, givenUp, later, ROSTER_TRIES, settle, turnIn, type Fate } from './delivery.ts'
import { draw, rosterOf, type Drawn } from '../posting/look-at-post.ts'
import { bareOf, matterNow, type MatterNow } from '../matter.ts'
import type { Changing, Matter } from '../ports.ts'
import type { PostDeps } from '../post-scope.ts'
import { deleted, isClaimed, isTakenBack, liesThere, outdated, unchanged, unreachable, updated, withdrawn, withdrawnUnsent, type Post } from '../post.ts'
import { postJob } from './send-post.ts'
import { tellManagersJob } from './tell-managers.ts'

const JOB = 'job:post.update'

interface Due {
  readonly post: Post
  readonly activityId: string
  readonly now: MatterNow
  readonly partners: readonly Partner[]
}
type Loaded = Due | 'being-sent' | 'never-sent' | 'nothing'

/** A card that lies in a conversation, with what it says now. A post in the hands of a sender comes back; one that lies nowhere is left alone. */
const load = ({ register, now }: PostDeps, job: TakenJob): Promise<Loaded> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    const post = await scope.posts.byId(postJob.parse(job.payload).postId)
    if (post === undefined) return 'nothing'
    if (!liesThere(post) || post.activityId === null) {
      if (isClaimed(post, now())) return 'being-sent'
      return post.state === 'to-be-withdrawn' ? 'never-sent' : 'nothing'
    }
    const partners = await scope.posts.partners()
    return { post, activityId: post.activityId, now: await matterNow(scope, post, partners), partners }
  })

interface Shown {
  readonly matter: Matter
  /** the search goes on, or it has ended for everybody on the card */
  readonly isLive: boolean
  /** why the card says less than it might */
  readonly reason: string | null
}

/**
 * What the card may say from now on. Facts of a child who waits are for the same readers as on the first day: where these are no
 * longer right, or cannot be had, the card is replaced by its barest form. One who no longer waits has no facts to protect.
 */
const shown = async (deps: PostDeps, job: TakenJob, { post, now, partners }: Due, conversation: Conversation): Promise<Shown | 'wait'> => {
  if (!now.isLive) return { ...now, reason: null }
  const roster = await rosterOf(deps.outbound, conversation)
  if (roster.members === undefined && job.attempts < ROSTER_TRIES) return 'wait'
  const audience = audienceOf([roster], partners)
  if (audience.kind === 'allowed') return { ...now, reason: null }
  return { matter: bareOf(post, partners, true), isLive: true, reason: `The card’s facts were taken back. ${audience.reason}` }
}

const GONE = 'The message is no longer in the conversation.'

const afterCall = (post: Post, job: TakenJob, delivery: Changing, delivered: () => Fate, { now, random }: PostDeps): Fate => {
  if (delivery.kind === 'delivered') return delivered()
  if (delivery.kind === 'gone') return { becomes: deleted(post, now(), GONE), verb: 'post.found-deleted', outcome: { kind: 'done' } }
  const { problem } = delivery
  if (delivery.kind === 'retry' && job.attempts < CHANNEL_TRIES)
    // the channel may have taken it all the same: what lies there is not known until it answers
    return { becomes: { ...outdated(post), contentHash: '', reason: problem }, outcome: later(job, problem, delivery.afterSeconds, random) }
  return { becomes: unreachable(post, problem), verb: 'post.unreachable', outcome: { kind: 'failed', problem } }
}

const afterUpdate = (post: Post, { isLive, reason }: Shown, { contentHash }: Drawn, at: Date): Fate => {
  // the same reason is told once
  const jobs = reason === null || reason === post.reason ? [] : [tellManagersJob(post)]
  const done = { outcome: { kind: 'done' }, jobs } as const
  return isLive
    ? { becomes: updated(post, contentHash, at, reason), verb: 'post.updated', ...done }
    : { becomes: { ...withdrawn(post, contentHash, at), reason }, verb: isTakenBack(post) ? 'post.withdrawn' : 'post.updated', ...done }
}

const takeOut = async (deps: PostDeps, job: TakenJob, { post, activityId }: Due, conversation: Conversation): Promise<Fate> => {
  const delivery = await deps.outbound.deleteCard(conversation, activityId)
  return afterCall(post, job, delivery, () => ({ becomes: deleted(post, deps.now(), null), verb: 'post.deleted', outcome: { kind: 'done' } }), deps)
}

/** Draws the card anew and puts it in the old one's place, where it differs; undefined where the channel has to be asked again. */
const bringUpToDate = async (deps: PostDeps, job: TakenJob, due: Due, conversation: Conversation): Promise<Fate | undefined> => {
  const { post, activityId } = due
  const now = await shown(deps, job, due, conversation)
  if (now === 'wait') return undefined
  const drawn = draw(deps.drawPost, now.matter)
  if (drawn.contentHash === post.contentHash)
    return { becomes: now.isLive ? unchanged(post, now.reason) : withdrawn(post, drawn.contentHash, post.updatedAt ?? deps.now()), outcome: { kind: 'done' } }
  const delivery = await deps.outbound.updateCard(conversation, activityId, deps.drawPost(now.matter, post.id).card, drawn.summary)
  return afterCall(post, job, delivery, () => afterUpdate(post, now, drawn, deps.now()), deps)
}

/**
 * Replaces a card in place by the newest one: card by card, because clients do not redraw a card that becomes a plain text; or takes
 * the message out, where that was asked for. Running twice does no harm: the activity id is known and the card is drawn from the
 * register as it is at that moment.
 */
export const updatePost =
  (deps: PostDeps): JobHandler =>
  async (job) => {
    const due = await load(deps, job)
    if (due === 'nothing') return { kind: 'done' }
    if (due === 'being-sent') return later(job, 'The card is being sent at this moment.', 30)
    if (due === 'never-sent') return settleUnsent(deps, job)

    const { post } = due
    if (job.attempts > CHANNEL_TRIES) return settle(deps.register, JOB, job, post, givenUp(post))
    const { conversation, waitSeconds } = await turnIn(deps.register, JOB, post, deps.now())
    if (waitSeconds > 0) return { kind: 'wait', afterSeconds: waitSeconds }
    const isToGo = isTakenBack(post) && post.withdrawal?.how === 'delete'
    const fate = await (isToGo ? takeOut(deps, job, due, conversation) : bringUpToDate(deps, job, due, conversation))
    if (fate === undefined) return later(job, 'The channel did not say who is in it. It is asked again.', 0, deps.random)
    const outcome = await settle(deps.register, JOB, job, post, fate)
    if (fate.becomes.state === 'unreachable') await closeConversation(deps.register, JOB, conversation)
    return outcome
  }

const settleUnsent = async (deps: PostDeps, job: TakenJob) => {
  const post = await deps.register.asJob(job.agencyId, JOB, (scope) => scope.posts.byId(postJob.parse(job.payload).postId))
  if (post?.state !== 'to-be-withdrawn') return { kind: 'done' } as const
  return settle(deps.register, JOB, job, post, { becomes: withdrawnUnsent(post), verb: 'post.withdrawn', outcome: { kind: 'done' } })
}
