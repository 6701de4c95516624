import * as z from 'zod'
import type { AgencyId, ChildId } from '../core/ids.ts'
import type { JobHandler, JobHandlers } from '../database/job-queue.ts'
import { checkReaders } from './delivery/check-readers.ts'
import type { PostDeps, SendDeps } from './post-scope.ts'
import { liesThere, outdated } from './post.ts'
import { tellManagers } from './delivery/tell-managers.ts'
import { sendPost } from './delivery/send-post.ts'
import { updateJobs } from './delivery/update-jobs.ts'
import { updatePost } from './delivery/update-post.ts'
import { withdrawAbout } from './withdrawing/withdraw-about.ts'

/** `agencyId`: whose child it is, where the job is another agency's */
const childChanged = z.strictObject({
  childId: z.uuid().transform((id) => id as ChildId),
  agencyId: z
    .int()
    .transform((id) => id as AgencyId)
    .optional(),
})
const caughtUp = z.strictObject({ conversationId: z.string() })

/**
 * What cards say of a child is no longer so (the stage, a review): every card about the child is to be drawn anew, whichever agency
 * posted it. A post that is still to be sent gets the job too, because a worker may hold its card already.
 */
const updateCardsOf =
  ({ register }: PostDeps): JobHandler =>
  async (job) => {
    const { childId, agencyId = job.agencyId } = childChanged.parse(job.payload)
    await register.asJob(agencyId, 'job:post.child-changed', async (scope) => {
      const about = (await scope.posts.about(childId)).filter((post) => post.purpose !== 'notice' && (post.state === 'to-be-sent' || liesThere(post)))
      for (const post of about) if (post.state === 'sent') await scope.posts.replace(post, outdated(post))
      await scope.jobs.add(...updateJobs(about))
    })
    return { kind: 'done' }
  }

/** A conversation is open again: cards there that could not be replaced are replaced now, each in its own agency's scope. */
const catchUp =
  ({ register }: PostDeps): JobHandler =>
  async (job) => {
    const { conversationId } = caughtUp.parse(job.payload)
    const partners = await register.asJob(job.agencyId, 'job:post.catch-up', (scope) => scope.posts.partners())
    for (const { id } of partners)
      await register.asJob(id, 'job:post.catch-up', async (scope) => {
        const posts = await scope.posts.cutOff(conversationId)
        for (const post of posts) await scope.posts.replace(post, outdated(post))
        await scope.jobs.add(...updateJobs(posts))
      })
    return { kind: 'done' }
  }

/**
 * Each night: what fewer than three waiting children share may have been shared by more when the card was drawn, and nobody's record
 * but the others' changed since. A card that would be the same is not sent again.
 */
const redraw =
  ({ register }: PostDeps): JobHandler =>
  async (job) => {
    await register.asJob(job.agencyId, 'job:post.redraw', async (scope) => scope.jobs.add(...updateJobs(await scope.posts.standing())))
    return { kind: 'done' }
  }

/** The jobs of posts, by kind; main.ts registers them. */
export const postHandlers = (deps: SendDeps): JobHandlers => ({
  'post.send': sendPost(deps),
  'post.update': updatePost(deps),
  'post.child-changed': updateCardsOf(deps),
  'post.catch-up': catchUp(deps),
  'post.check-readers': checkReaders(deps),
  'post.tell-managers': tellManagers(deps),
  'post.redraw': redraw(deps),
  'post.withdraw-about': withdrawAbout(deps),
})
