import { sql } from 'kysely'
import * as z from 'zod'
import type { WorkerId } from '../core/ids.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Caseloads } from '../safeguards/reading-alerts/ports.ts'
import { agencyIdOf } from './child-store.ts'

const row = z.strictObject({ worker_id: z.uuid().transform((id) => id as WorkerId), children: z.array(z.string()) })

/** The children of whom somebody is family finder or social worker today, whatever became of the plan. */
export const caseloads = (trx: Transaction, who: Who): Caseloads => ({
  of: async (people) => {
    const agencyId = agencyIdOf(who)
    const { rows } = await sql`
      select own.worker_id, array_agg(own.reference) as children from (
        select worker_id, reference from child where agency_id = ${agencyId} and worker_id = any(${[...people]}::uuid[])
        union select social_worker_id, reference from child where agency_id = ${agencyId} and social_worker_id = any(${[...people]}::uuid[])
      ) own group by own.worker_id`.execute(trx)
    return new Map(rows.map((each) => row.parse(each)).map(({ worker_id, children }) => [worker_id, new Set(children)]))
  },
})
