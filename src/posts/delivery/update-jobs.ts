import type { NewJob } from '../../database/job-queue.ts'
import type { Post } from '../post.ts'

/** Behind the sending of the same card, because both wait in the conversation's queue. */
export const updateJobs = (posts: readonly Post[]): readonly NewJob[] =>
  posts.map((post) => ({ kind: 'post.update', payload: { postId: post.id }, queue: post.conversationId }))
