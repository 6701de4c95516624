import type { Now } from '../core/plain-date.ts'
import type { Database } from './database.ts'
import type { JobHandlers, JobOutcome, TakenJob } from './job-queue.ts'
import { renewLease, settleJob, takeDueJobs } from './take-jobs.ts'

/** Where the loop says what went wrong; pino fits. */
export interface JobLog {
  error(details: Readonly<Record<string, unknown>>, message: string): void
}

interface Deps {
  readonly database: Database
  readonly handlers: JobHandlers
  readonly now: Now
  /** milliseconds between two looks at the table; Infinity: it is never looked at but by `runDue` */
  readonly pollMs: number
  readonly log: JobLog
  /** 0 to 1, for the jitter of a retry */
  readonly random?: () => number
  /** seconds; a process that dies leaves its jobs to others after this time */
  readonly leaseSeconds?: number
  /** tries after which a job fails for good; the row stays, with its problem */
  readonly maxAttempts?: number
  /** jobs at work at the same time in this process */
  readonly atOnce?: number
}

export interface JobLoop {
  /** Runs all that is due, each job once, also what the jobs themselves leave behind for now; answers how many ran. */
  runDue(): Promise<number>
  /** Takes no new job and waits for those at work. */
  stop(): Promise<void>
}

/** Seconds until the next try after a fault: 5, 10, 20 … up to half an hour, of which a random half, so that many do not come back together. */
const backoffSeconds = (attempts: number, random: () => number): number => Math.min(5 * 2 ** attempts, 1800) * (0.5 + random() / 2)

/** Runs the jobs that transactions left behind, at least once each, in any number of processes at the same time. */
export const startJobLoop = (deps: Deps): JobLoop => {
  const { database, handlers, now, pollMs, log, random = Math.random, leaseSeconds = 60, maxAttempts = 20, atOnce = 4 } = deps
  let stopping = false
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const outcomeOf = async (job: TakenJob): Promise<JobOutcome> => {
    if (job.attempts >= maxAttempts) return { kind: 'failed', problem: `Given up after ${job.attempts.toString()} attempts that did not come to an end.` }
    try {
      const handler = handlers[job.kind]
      if (!handler) throw new Error(`No handler for ${job.kind}.`)
      return await handler(job)
    } catch (error) {
      log.error({ err: error, jobId: job.id, kind: job.kind }, 'A job stopped with a fault; it will be tried again.')
      return { kind: 'retry', afterSeconds: backoffSeconds(job.attempts, random), problem: `It stopped with a fault (job ${job.id} in the log).` }
    }
  }

  const runOne = async (job: TakenJob): Promise<void> => {
    const lease = setInterval(
      () => {
        renewLease(database, job, now(), leaseSeconds).catch((error: unknown) => {
          log.error({ err: error, jobId: job.id }, 'The lease of a job could not be renewed.')
        })
      },
      (leaseSeconds * 1000) / 3,
    )
    lease.unref()
    try {
      const outcome = await outcomeOf(job)
      const givenUp = outcome.kind === 'retry' && job.attempts + 1 >= maxAttempts
      await settleJob(database, job, givenUp ? { kind: 'failed', problem: outcome.problem } : outcome, now())
    } finally {
      clearInterval(lease)
    }
  }

  const runDue = async (): Promise<number> => {
    const seen: string[] = []
    for (;;) {
      if (stopping) return seen.length
      const jobs = await takeDueJobs(database, { kinds: Object.keys(handlers), now: now(), leaseSeconds, limit: atOnce, except: seen })
      if (jobs.length === 0) return seen.length
      seen.push(...jobs.map((job) => job.id))
      const settled = await Promise.allSettled(jobs.map(runOne))
      for (const one of settled) if (one.status === 'rejected') log.error({ err: one.reason as unknown }, 'What became of a job could not be written down.')
    }
  }

  const poll = (): void => {
    running = runDue().then(
      () => undefined,
      (error: unknown) => {
        log.error({ err: error }, 'The jobs could not be read; trying again.')
      },
    )
    void running.then(() => {
      if (!stopping) timer = setTimeout(poll, pollMs)
    })
  }
  if (Number.isFinite(pollMs)) timer = setTimeout(poll, 0)

  return {
    runDue: () => {
      const run = runDue()
      running = Promise.allSettled([running, run])
      return run
    },
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      await running
    },
  }
}
