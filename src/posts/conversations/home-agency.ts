import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId } from '../../core/ids.ts'
import type { Database } from '../../database/database.ts'
import type { HomeAgencyOf } from '../ports.ts'

const row = z.strictObject({ id: z.int().transform((id) => id as AgencyId) })

/** Read as the job that finds out who somebody is: no agency's scope can be open before the agency is known. */
export const homeAgencyOf =
  (database: Database): HomeAgencyOf =>
  (tenantId) =>
    database.asNamedJob('sign-in', async (trx) => {
      const found = await sql`select id from agency where tenant_id::text = ${tenantId.toLowerCase()}`.execute(trx)
      return found.rows.map((each) => row.parse(each).id)[0]
    })
