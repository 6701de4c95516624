import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId } from '../core/ids.ts'
import type { Database } from './database.ts'

const row = z.strictObject({ id: z.int().transform((id) => id as AgencyId) })

/** Agencies for which no job of this kind is open: a repeating job is begun for them. */
export const agenciesWithoutJob = (database: Pick<Database, 'asNamedJob'>, kind: string): Promise<readonly AgencyId[]> =>
  database.asNamedJob('dispatch', async (trx) => {
    const found = await sql`
      select id from agency where not exists (select from job where job.agency_id = agency.id and job.kind = ${kind} and job.state = 'open') order by id`.execute(
      trx,
    )
    return found.rows.map((each) => row.parse(each).id)
  })
