import type { AgencyId } from '../core/ids.ts'

/** A job as a transaction leaves it behind: it runs after the commit, at least once. */
export interface NewJob {
  /** `post.send`, `meeting.book`: the handler of this kind is exported by the noun and registered by main.ts */
  readonly kind: string
  /** Ids only. */
  readonly payload: Readonly<Record<string, string | number>>
  /** Jobs of one queue run one after the other, oldest first: a conversation, a mailbox. */
  readonly queue?: string
  /** UTC instant; now when absent */
  readonly runAt?: Date
  /** An agency has one job only of this kind with this text; a second one is not added. */
  readonly once?: string
}

export interface JobQueue {
  add(...jobs: readonly NewJob[]): Promise<void>
}

export interface TakenJob {
  readonly id: string
  readonly agencyId: AgencyId
  readonly kind: string
  readonly payload: Readonly<Record<string, string | number>>
  /** how often it has been tried before */
  readonly attempts: number
}

/**
 * Done; try again after a pause (seconds, with the reason an administrator may read); failed for good; or it came before its turn and
 * waits, which is no try.
 */
export type JobOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly afterSeconds: number; readonly problem: string }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'wait'; readonly afterSeconds: number }

/** Runs one job. It opens the register itself, as the job, in the job's own agency. Throwing means retry with backoff. */
export type JobHandler = (job: TakenJob) => Promise<JobOutcome>
export type JobHandlers = Readonly<Record<string, JobHandler>>
