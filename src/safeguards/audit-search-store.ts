import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES, type Role } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { agencyOf } from '../database/write-audit.ts'
import { linesFor, type AuditQuery } from './audit-query.ts'

export interface FoundLine {
  readonly id: string
  readonly at: string
  readonly isPerson: boolean
  readonly actor: string
  readonly actorAgencyId: AgencyId
  readonly actorAgency: string
  /** held on that day in London; null for another agency's people, whom row-level security hides */
  readonly roles: readonly Role[] | null
  readonly verb: string
  readonly outcome: 'done' | 'refused'
  readonly subjects: readonly string[]
  /** names of the agency's own people among the subjects */
  readonly names: Readonly<Record<string, string>>
  readonly automatic: boolean
}

/** The audit as one agency may read it: what its people did, and what anybody did with its records. */
export interface AuditSearchStore {
  /** Newest first. */
  find(query: AuditQuery): Promise<readonly FoundLine[]>
  /** How many fit, on whatever page, counted to `most`. */
  count(query: AuditQuery, most: number): Promise<number>
}

const lineRow = z
  .strictObject({
    id: z.uuid(),
    at: z.string(),
    worker_id: z.uuid().nullable(),
    actor: z.string(),
    agency_id: z.int().transform((id) => id as AgencyId),
    agency: z.string(),
    roles: z.array(z.enum(ROLES)).nullable(),
    verb: z.string(),
    outcome: z.enum(['done', 'refused']),
    subjects: z.array(z.string()),
    names: z.record(z.string(), z.string()),
    automatic: z.boolean(),
  })
  .transform((row): FoundLine => ({
    id: row.id,
    at: row.at,
    isPerson: row.worker_id !== null,
    actor: row.actor,
    actorAgencyId: row.agency_id,
    actorAgency: row.agency,
    roles: row.roles,
    verb: row.verb,
    outcome: row.outcome,
    subjects: row.subjects,
    names: row.names,
    automatic: row.automatic,
  }))
const countRow = z.strictObject({ count: z.int() })

export const auditSearchStore = (trx: Transaction, whose: Who): AuditSearchStore => {
  const agencyId = agencyOf(whose)
  return {
    find: async (query) => {
      const { rows } = await sql`
        with found as (select * from (${linesFor(query, agencyId, query.limit)}) both_sides order by at desc, id desc limit ${query.limit})
        select a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.worker_id, a.actor, a.agency_id, agency.name as agency,
          case when a.agency_id = ${agencyId} and a.worker_id is not null then (
            select coalesce(json_agg(distinct r.role), '[]'::json) from worker_role r
            where r.agency_id = a.agency_id and r.worker_id = a.worker_id and r.granted_on <= (a.at at time zone 'Europe/London')::date
              and (r.ended_on is null or r.ended_on > (a.at at time zone 'Europe/London')::date)) end as roles,
          a.verb, a.outcome, a.subjects,
          (select coalesce(json_object_agg(w.id, w.name), '{}'::json) from worker w where w.agency_id = ${agencyId} and w.id::text = any(a.subjects)) as names,
          a.automatic
        from found a join agency on agency.id = a.agency_id order by a.at desc, a.id desc`.execute(trx)
      return rows.map((row) => lineRow.parse(row))
    },
    count: async ({ after: _after, ...query }, most) => {
      const { rows } = await sql`select count(*) as count from (select 1 from (${linesFor(query, agencyId, most)}) both_sides limit ${most}) counted`.execute(
        trx,
      )
      return countRow.parse(rows[0]).count
    },
  }
}
