import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, WorkerId } from '../../core/ids.ts'
import type { Who } from '../../database/register.ts'
import type { Transaction } from '../../database/transaction.ts'
import { agencyOf } from '../../database/write-audit.ts'
import { AUDIT_DID, type AuditDid } from '../audit-did-contract.ts'
import { didSql, linesFor, type AuditFilter } from '../audit-query.ts'

/** Where a page ends: the day, and the person within it. */
export interface DayPosition {
  readonly day: string
  readonly name: string
  readonly key: string
}
export interface DaysQuery extends AuditFilter {
  readonly after?: DayPosition
  readonly limit: number
}

export interface PersonDay {
  readonly position: DayPosition
  readonly agency: string
  /** null for the app's own work */
  readonly workerId: WorkerId | null
  /** of the agency that asks; another agency's people cannot be searched for */
  readonly isColleague: boolean
  readonly counts: Readonly<Record<AuditDid, number>>
}

export interface AuditDaysStore {
  /** The latest day first, by name within a day: what row-level security lets this agency see. */
  find(query: DaysQuery): Promise<readonly PersonDay[]>
}

const row = z
  .strictObject({
    day: z.iso.date(),
    name: z.string(),
    key: z.string(),
    agency_id: z.int(),
    agency: z.string(),
    worker_id: z.uuid().nullable(),
    ...(Object.fromEntries(AUDIT_DID.map((did) => [did, z.int()])) as Record<AuditDid, z.ZodInt>),
  })
  .transform(({ day, name, key, agency_id, agency, worker_id, ...counts }) => ({
    position: { day, name, key },
    agency,
    agencyId: agency_id as AgencyId,
    workerId: worker_id as WorkerId | null,
    counts,
  }))

const counted = sql.join(AUDIT_DID.map((did) => sql`count(*) filter (where ${didSql(did)}) as ${sql.ref(did)}`))

export const auditDaysStore = (trx: Transaction, whose: Who): AuditDaysStore => {
  const agencyId = agencyOf(whose)
  return {
    find: async ({ after, limit, ...filter }) => {
      const beyond = after
        ? sql`(d.day < ${after.day}::date or (d.day = ${after.day}::date and (d.name, d.key) > (${after.name}::text, ${after.key}::text)))`
        : sql`true`
      const { rows } = await sql`
        select d.*, agency.name as agency from (
          select (a.at at time zone 'Europe/London')::date as day, max(case when a.worker_id is null then 'Family Finding' else a.actor end) as name,
            coalesce(a.worker_id::text, 'app') || ':' || a.agency_id as key, a.agency_id, a.worker_id, ${counted}
          from (${linesFor(filter, agencyId, 'all')}) a group by 1, a.agency_id, a.worker_id
        ) d join agency on agency.id = d.agency_id
        where ${beyond} order by d.day desc, d.name, d.key limit ${limit}`.execute(trx)
      return rows.map((each) => {
        const { agencyId: whoseDay, ...found } = row.parse(each)
        return { ...found, isColleague: whoseDay === agencyId }
      })
    },
  }
}
