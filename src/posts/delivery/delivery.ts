import type { JobOutcome, NewJob, TakenJob } from '../../database/job-queue.ts'
import type { Register } from '../../database/register.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { linesAbout } from '../post-lines.ts'
import { unreachable, type Post } from '../post.ts'
import type { PostStore } from '../post-store.ts'

/** Tries (of a job) after which an unknown audience is taken for a wrong one, and a silent channel for a closed one. */
export const ROSTER_TRIES = 5
export const CHANNEL_TRIES = 15

/** Longest pause between two tries (seconds). */
const LONGEST_PAUSE = 15 * 60

/**
 * Never earlier than the channel asked for, and longer each time it goes on; a random half of the pause keeps those apart that failed
 * together.
 */
export const later = (job: TakenJob, problem: string, atLeastSeconds = 0, random: () => number = Math.random): JobOutcome => {
  const half = Math.min(LONGEST_PAUSE, 5 * 2 ** job.attempts) / 2
  return { kind: 'retry', afterSeconds: Math.max(atLeastSeconds, half) + half * random(), problem }
}

export type PostRegister = Register<{ posts: PostStore }>

/**
 * The address, and the right to send there once now; `waitSeconds` above 0: it is not this post's turn yet. Both live with the agency in
 * whose tenant the conversation is, and are had in that agency's own scope.
 */
export const turnIn = (
  register: PostRegister,
  name: string,
  post: Post,
  now: Date,
): Promise<{ readonly conversation: Conversation; readonly waitSeconds: number }> =>
  register.asJob(post.conversationAgencyId, name, async (scope) => {
    const conversation = await scope.posts.conversation(post.conversationId)
    if (conversation === undefined) throw new Error(`The conversation of post ${post.id} is not in the register.`)
    return { conversation, ...(await scope.posts.takeTurn(post.conversationId, now)) }
  })

/** Keeps the address: a 404 is sometimes only a passing one, and any sign of life opens the conversation again. */
export const closeConversation = (register: PostRegister, name: string, conversation: Conversation): Promise<void> =>
  register.asJob(conversation.agencyId, name, async (scope) => {
    await scope.posts.saveConversation({ ...conversation, state: 'unreachable' })
    await scope.audit.record({ verb: 'conversation.unreachable', subjectAgencyId: conversation.agencyId, subjects: [conversation.conversationId] })
  })

/** What becomes of a post, what the audit says of it where something happened, and what the job loop is told. */
export interface Fate {
  readonly becomes: Post
  /** what is to follow, in the same transaction */
  readonly jobs?: readonly NewJob[]
  readonly verb?: string
  readonly outcome: JobOutcome
}

/** After too many tries that ended in a fault. */
export const givenUp = (post: Post): Fate => {
  const problem = 'The card could not be sent or replaced because of a fault. An administrator finds it in the log.'
  return { becomes: unreachable(post, problem), verb: 'post.unreachable', outcome: { kind: 'failed', problem } }
}

/** Writes what became of a post, with its audit line, in one transaction of the job's own agency. */
export const settle = (register: PostRegister, name: string, job: TakenJob, was: Post, { becomes, verb, outcome, jobs = [] }: Fate): Promise<JobOutcome> =>
  register.asJob(job.agencyId, name, async (scope) => {
    await scope.posts.replace(was, becomes)
    await scope.jobs.add(...jobs)
    if (verb !== undefined) await scope.audit.record(...linesAbout(verb, was, becomes.reason))
    return outcome
  })
