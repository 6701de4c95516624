import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId } from '../core/ids.ts'
import type { Database } from './database.ts'
import type { JobOutcome, TakenJob } from './job-queue.ts'

const jobRow = z.strictObject({
  id: z.uuid(),
  agency_id: z.int(),
  kind: z.string(),
  payload: z.record(z.string(), z.union([z.string(), z.number()])),
  attempts: z.int(),
})

interface Taking {
  /** kinds that this process has a handler for; others wait for a process that has one */
  readonly kinds: readonly string[]
  readonly now: Date
  readonly leaseSeconds: number
  readonly limit: number
  /** ids already run in this round */
  readonly except: readonly string[]
}

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)

/**
 * Leases jobs that are due: of each queue its oldest open one only, and none whose lease still runs. Several processes never take the same.
 * The try is counted here and not at its end, so that a job that kills its process cannot do so for ever.
 */
export const takeDueJobs = (database: Database, { kinds, now, leaseSeconds, limit, except }: Taking): Promise<readonly TakenJob[]> =>
  database.asNamedJob('dispatch', async (trx) => {
    const { rows } = await sql`
      update job set locked_until = ${later(now, leaseSeconds)}, attempts = attempts + 1
      where id in (
        select due.id from job as due
        where due.id in (
            -- the first of each queue in one walk along its index: looking for an older one at each row would cost a look for every row that waits
            (select distinct on (queue) id from job where state = 'open' and queue is not null order by queue, id)
            union all
            (select id from job where state = 'open' and queue is null)
          )
          and due.state = 'open' and due.run_at <= ${now} and (due.locked_until is null or due.locked_until <= ${now})
          and due.kind = any(${[...kinds]}::text[]) and due.id <> all(${[...except]}::uuid[])
        order by due.run_at, due.id limit ${limit} for update skip locked
      )
      returning id, agency_id, kind, payload, attempts - 1 as attempts`.execute(trx)
    return z
      .array(jobRow)
      .parse(rows)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ agency_id, ...job }) => ({ ...job, agencyId: agency_id as AgencyId }))
  })

/** Only for as long as no other process has taken the job over: that one's try is counted, and this one's word no longer holds. */
const stillOurs = (job: TakenJob) => sql`id = ${job.id} and state = 'open' and attempts = ${job.attempts + 1}`

export const renewLease = (database: Database, job: TakenJob, now: Date, leaseSeconds: number): Promise<void> =>
  database.asNamedJob('dispatch', async (trx) => {
    await sql`update job set locked_until = ${later(now, leaseSeconds)} where ${stillOurs(job)}`.execute(trx)
  })

/** Writes down what became of a try. */
export const settleJob = (database: Database, job: TakenJob, outcome: JobOutcome, now: Date): Promise<void> =>
  database.asNamedJob('dispatch', async (trx) => {
    if (outcome.kind === 'done') await sql`update job set state = 'done', locked_until = null, problem = null where ${stillOurs(job)}`.execute(trx)
    else if (outcome.kind === 'failed')
      await sql`update job set state = 'failed', locked_until = null, problem = ${outcome.problem} where ${stillOurs(job)}`.execute(trx)
    else if (outcome.kind === 'wait')
      await sql`update job set run_at = ${later(now, Math.max(0, outcome.afterSeconds))}, attempts = attempts - 1, locked_until = null
        where ${stillOurs(job)}`.execute(trx)
    else
      await sql`update job set run_at = ${later(now, Math.max(0, outcome.afterSeconds))}, locked_until = null, problem = ${outcome.problem}
        where ${stillOurs(job)}`.execute(trx)
  })

/**
 * Frees the jobs that a killed process held, so that they need not wait out their lease. Only where nobody else can be at work:
 * on embedded data, whose lock proves it.
 */
export const releaseLeases = (database: Database): Promise<void> =>
  database.asNamedJob('dispatch', async (trx) => {
    await sql`update job set locked_until = null where state = 'open' and locked_until is not null`.execute(trx)
  })
