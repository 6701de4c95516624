import * as z from 'zod'
import type { ChildId } from '../core/ids.ts'
import type { JobHandler, JobHandlers, NewJob } from '../database/job-queue.ts'
import type { PostDeps } from './post-scope.ts'
import { outdated, type Post } from './post.ts'
import { sendPost } from './send-post.ts'
import { updatePost } from './update-post.ts'

const childChanged = z.strictObject({ childId: z.uuid().transform((id) => id as ChildId) })
const caughtUp = z.strictObject({ conversationId: z.string() })

/** Behind the sending of the same card, because both wait in the conversation's queue. */
const updateJob = (post: Post): NewJob => ({ kind: 'post.update', payload: { postId: post.id }, queue: post.conversationId })

/**
 * A child's stage changed: every card about the child is to be drawn anew, whichever agency posted it. A post that is still to be sent
 * gets the job too, because a worker may hold its card already.
 */
const updateCardsOf =
  ({ register }: PostDeps): JobHandler =>
  async (job) => {
    const { childId } = childChanged.parse(job.payload)
    await register.asJob(job.agencyId, 'job:post.child-changed', async (scope) => {
      const about = (await scope.posts.about(childId)).filter(({ state, activityId }) => state === 'to-be-sent' || activityId !== null)
      for (const post of about) if (post.state === 'sent') await scope.posts.replace(post, outdated(post))
      await scope.jobs.add(...about.map(updateJob))
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
        await scope.jobs.add(...posts.map(updateJob))
      })
    return { kind: 'done' }
  }

/** The jobs of posts, by kind; main.ts registers them. */
export const postHandlers = (deps: PostDeps): JobHandlers => ({
  'post.send': sendPost(deps),
  'post.update': updatePost(deps),
  'post.child-changed': updateCardsOf(deps),
  'post.catch-up': catchUp(deps),
})
