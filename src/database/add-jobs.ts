import { sql } from 'kysely'
import { newId, type AgencyId } from '../core/ids.ts'
import type { Now } from '../core/plain-date.ts'
import type { JobQueue } from './job-queue.ts'
import type { Transaction } from './transaction.ts'

/** Jobs are rows of this transaction: they exist exactly when its change does. */
export const jobQueue = (trx: Transaction, agencyId: AgencyId, now: Now): JobQueue => ({
  add: async (...jobs) => {
    if (jobs.length === 0) return
    const rows = jobs.map(
      (job) =>
        sql`(${newId()}, ${agencyId}, ${job.kind}, ${job.queue ?? null}, ${JSON.stringify(job.payload)}::jsonb, ${job.runAt ?? now()}::timestamptz, ${job.once ?? null})`,
    )
    await sql`insert into job (id, agency_id, kind, queue, payload, run_at, once) values ${sql.join(rows)}
      on conflict (agency_id, kind, once) where once is not null do nothing`.execute(trx)
  },
})
