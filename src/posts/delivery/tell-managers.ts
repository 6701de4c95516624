import { v5 as uuidv5 } from 'uuid'
import * as z from 'zod'
import { newId, type AgencyId, type PostId } from '../../core/ids.ts'
import type { JobHandler, NewJob } from '../../database/job-queue.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { fingerprint } from '../fingerprint.ts'
import { linesAbout } from '../post-lines.ts'
import type { PostDeps } from '../post-scope.ts'
import { childrenOf, type Post } from '../post.ts'

const JOB = 'job:post.tell-managers'
/** Namespace of the ids of notices. */
const NOTICES = 'b8a6a2c4-3f5e-4c1e-8f0a-7c0f6f1f2d33'

const telling = z.strictObject({ postId: z.uuid().transform((id) => id as PostId), agencyId: z.int().transform((id) => id as AgencyId) })

/** Follows a card that lost its facts: the managers of the agency that posted it are told, each in their own chat with the bot. */
export const tellManagersJob = (post: Post): NewJob => ({ kind: 'post.tell-managers', payload: { postId: post.id, agencyId: post.agencyId } })

const noticeIn = (chat: Conversation, about: Post, words: string, group: string, at: Date): Post => ({
  ...about,
  id: newId<PostId>(),
  version: 1,
  conversationAgencyId: chat.agencyId,
  conversationId: chat.conversationId,
  conversationName: chat.name,
  group,
  subject: { kind: 'notice', notice: { words, children: childrenOf(about) } },
  purpose: 'notice',
  readers: [],
  contentHash: fingerprint(words),
  readersHash: '',
  state: 'to-be-sent',
  activityId: null,
  reason: null,
  requestedAt: at,
  sentAt: null,
  updatedAt: null,
  claimedUntil: null,
  attemptedAt: null,
  withdrawal: null,
})

/**
 * Writes a notice for each practice manager of the author's agency whose own chat with the bot is known; the tab's page of posts tells
 * everybody else. Once for one reason: the same card is not told of again until something else happens to it.
 */
export const tellManagers =
  ({ register, now }: PostDeps): JobHandler =>
  async (job) => {
    const { postId, agencyId } = telling.parse(job.payload)
    await register.asJob(agencyId, JOB, async (scope) => {
      const about = await scope.posts.byId(postId)
      if (about === undefined || about.reason === null) return
      const group = uuidv5(`${postId} ${about.reason}`, NOTICES)
      if ((await scope.posts.byGroup(group)).length > 0) return
      const words = `The card that ${about.authorName} posted to “${about.conversationName}” is not as it was. ${about.reason}`
      const notices = (await scope.posts.chatsWith('practice-manager')).map((chat) => noticeIn(chat, about, words, group, now()))
      if (notices.length === 0) return
      await scope.posts.add(notices)
      await scope.jobs.add(...notices.map(({ id, conversationId }) => ({ kind: 'post.send', payload: { postId: id }, queue: conversationId })))
      await scope.audit.record(...linesAbout('post.manager-told', about))
    })
    return { kind: 'done' }
  }
