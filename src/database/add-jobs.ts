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
      (job) => sql`(${newId()}, ${agencyId}, ${job.kind}, ${job.queue ?? null}, ${JSON.stringify(job.payload)}::jsonb, ${job.runAt ?? now()}::timestamptz)`,
    )
    await sql`insert into job (id, agency_id, kind, queue, payload, run_at) values ${sql.join(rows)}`.execute(trx)
  },
})
