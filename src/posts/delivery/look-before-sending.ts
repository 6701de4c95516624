import type { TakenJob } from '../../database/job-queue.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { later, type Fate } from './delivery.ts'
import type { Sighting } from '../ports.ts'
import type { SendDeps } from '../post-scope.ts'
import { updateJobs } from './update-jobs.ts'
import { leftOpen, sent, unreachable, type Post } from '../post.ts'

/** A card that was taken shows in the channel's list within this time (seconds); before that, not being there proves nothing. */
const SHOWS_WITHIN = 30
/** How long (seconds after the try) a channel that cannot be read is asked again, while its other posts wait behind this one. */
const ASKED_FOR = 10 * 60
/** The channel's clock and ours may differ (milliseconds). */
const CLOCKS_DIFFER = 5 * 60 * 1000

/** What an administrator and the author read when nobody can say whether the card is there. */
export const UNCERTAIN = 'It is not certain whether the card arrived. Look in the channel: where it is not there, post it again.'

/** After a try of which nobody knows the end: the card is there and is only written down, it is not there and may be sent, or the job comes back. */
export const lookBeforeSending = async (
  { findCard, now, random }: SendDeps,
  job: TakenJob,
  post: Post,
  attemptedAt: Date,
  conversation: Conversation,
): Promise<Fate | 'not-there'> => {
  // nobody but its people reads a chat; what is sent there says nothing of a child, and twice is better than never
  const sighting: Sighting =
    conversation.kind === 'personal' ? { kind: 'absent' } : await findCard(conversation, post.id, new Date(post.requestedAt.getTime() - CLOCKS_DIFFER))
  const at = now()
  const age = (at.getTime() - attemptedAt.getTime()) / 1000
  switch (sighting.kind) {
    case 'found':
      // readers may have come since the try that arrived
      return { becomes: sent(post, sighting.activityId, post.contentHash, at), verb: 'post.sent', outcome: { kind: 'done' }, jobs: updateJobs([post]) }
    case 'absent': {
      if (age >= SHOWS_WITHIN) return 'not-there'
      const problem = 'Teams did not say whether it took the card. The channel is looked at before it is sent again.'
      return { becomes: leftOpen(post, problem), outcome: { kind: 'wait', afterSeconds: SHOWS_WITHIN - age } }
    }
    case 'unknown': {
      if (age >= ASKED_FOR) {
        const reason = `${UNCERTAIN} ${sighting.problem}`
        return { becomes: unreachable(post, reason), verb: 'post.unreachable', outcome: { kind: 'failed', problem: reason } }
      }
      return { becomes: leftOpen(post, sighting.problem), outcome: later(job, sighting.problem, 0, random) }
    }
  }
}
