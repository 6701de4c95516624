import type { AgencyId } from '../../core/ids.ts'
import type { JobHandler } from '../../database/job-queue.ts'
import { audienceOf } from '../conversations/audience.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { later, ROSTER_TRIES } from './delivery.ts'
import { rosterOf } from '../posting/look-at-post.ts'
import type { PostDeps } from '../post-scope.ts'
import { outdated, type Post } from '../post.ts'
import { updateJobs } from './update-jobs.ts'

const JOB = 'job:post.check-readers'

/** Cards to be looked at again: all of them where somebody does not fit; otherwise those whose facts had been taken back. */
const concerned = (posts: readonly Post[], fits: boolean): readonly Post[] => (fits ? posts.filter(({ reason }) => reason !== null) : posts)

/** The cards of every agency in this conversation are brought up to date, each in its own agency's scope; the update decides again what they say. */
const bringUpToDate = async ({ register }: PostDeps, agencies: readonly AgencyId[], { conversationId }: Conversation, fits: boolean): Promise<void> => {
  for (const agencyId of agencies)
    await register.asJob(agencyId, JOB, async (scope) => {
      const posts = concerned(await scope.posts.lyingIn(conversationId), fits)
      for (const post of posts) await scope.posts.replace(post, outdated(post))
      // one that is on its way was looked at before they came: it is looked at again behind its sending, and its row is left to the sender
      await scope.jobs.add(...updateJobs([...posts, ...(await scope.posts.onTheWayTo(conversationId))]))
    })
}

/**
 * Who can read the cards in an agency's conversations, after somebody joined or left: where somebody does not fit, the cards there lose
 * their facts, and the managers of those who posted them are told (see update-post.ts).
 */
export const checkReaders =
  (deps: PostDeps): JobHandler =>
  async (job) => {
    const { places, partners } = await deps.register.asJob(job.agencyId, JOB, async ({ posts }) => ({
      places: await posts.ownChannels(),
      partners: await posts.partners(),
    }))
    let isUnsure = false
    for (const place of places) {
      const roster = await rosterOf(deps.outbound, place)
      if (roster.members === undefined && job.attempts < ROSTER_TRIES) isUnsure = true
      else
        await bringUpToDate(
          deps,
          partners.map(({ id }) => id),
          place,
          audienceOf([roster], partners).kind === 'allowed',
        )
    }
    return isUnsure ? later(job, 'A channel did not say who is in it. It is asked again.') : { kind: 'done' }
  }
