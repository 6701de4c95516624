import type { NewJob } from '../../database/job-queue.ts'

/**
 * The slice `sharedRows` of the scope: children implements it on the running transaction. What partners may read follows at once when an
 * agency changes from when it shares, so that nobody reads by the rule of before.
 */
export interface SharedRows {
  /** Writes every shared row of the agency again; answers the jobs by which posted cards follow, one for each child that appears or goes. */
  shareAgain(): Promise<readonly NewJob[]>
}
