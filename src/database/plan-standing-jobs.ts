import { agenciesWithoutJob } from './agencies-without-job.ts'
import type { Database } from './database.ts'
import type { NewJob } from './job-queue.ts'
import type { Register } from './register.ts'

interface Deps {
  readonly database: Pick<Database, 'asNamedJob'>
  readonly register: Pick<Register<object>, 'asJob'>
  /** the next job of each kind that every agency always has one of */
  readonly standing: () => readonly NewJob[]
}

/**
 * Begins the work that repeats itself for every agency that has none of it open: a new agency, or one whose last job failed for good.
 * Called at the start and every hour; two processes that plan at once plan one.
 */
export const planStandingJobs =
  ({ database, register, standing }: Deps) =>
  async (): Promise<void> => {
    for (const job of standing())
      for (const agencyId of await agenciesWithoutJob(database, job.kind))
        await register.asJob(agencyId, 'plan', ({ jobs }) => jobs.add({ ...job, once: job.runAt?.toISOString() ?? 'at once' }))
  }
