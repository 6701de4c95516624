import { sql } from 'kysely'
import * as z from 'zod'
import { ROLES, type Role } from '../core/actor.ts'
import type { AgencyId, WorkerId } from '../core/ids.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { agencyOf } from '../database/write-audit.ts'

export interface AuditQuery {
  /** of the agency's own records only */
  readonly about?: string
  /** of the agency's own people only */
  readonly person?: WorkerId
  /** UTC instants: from this one on, before that one */
  readonly from?: Date
  readonly before?: Date
  readonly verb?: string
  readonly outcome?: 'done' | 'refused'
  readonly after?: AuditPosition
  readonly limit: number
}
/** Where a page ends: the instant to the microsecond, and the row. */
export interface AuditPosition {
  readonly at: string
  readonly id: string
}

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

type Sql = ReturnType<typeof sql>

const fits = ({ about, person, from, before, verb, outcome, after }: AuditQuery): Sql => {
  const conditions = [
    about !== undefined && sql`a.subjects @> array[${about}]::text[]`,
    person !== undefined && sql`a.worker_id = ${person}::uuid`,
    from !== undefined && sql`a.at >= ${from}`,
    before !== undefined && sql`a.at < ${before}`,
    verb !== undefined && sql`a.verb = ${verb}`,
    outcome !== undefined && sql`a.outcome = ${outcome}`,
    after !== undefined && sql`(a.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ].filter((condition) => condition !== false)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/**
 * Each side by its own index, newest first, so that a page reads a page and no more; the two sides exclude each other. Row-level security
 * keeps `subjects` from being looked up by its index: a search about one child walks the agency's lines from the newest on.
 */
const sides = (query: AuditQuery, agencyId: AgencyId, limit: number): Sql => {
  const side = (which: Sql): Sql => sql`(select a.* from audit a where ${which} and ${fits(query)} order by a.at desc, a.id desc limit ${limit})`
  const ofOwnRecords = sql`a.subject_agency_id = ${agencyId}`
  const byOwnPeople = sql`a.agency_id = ${agencyId}`
  if (query.person !== undefined) return side(query.about === undefined ? byOwnPeople : sql`${byOwnPeople} and ${ofOwnRecords}`)
  if (query.about !== undefined) return side(ofOwnRecords)
  return sql`${side(byOwnPeople)} union all ${side(sql`${ofOwnRecords} and a.agency_id <> ${agencyId}`)}`
}

export const auditSearchStore = (trx: Transaction, whose: Who): AuditSearchStore => {
  const agencyId = agencyOf(whose)
  return {
    find: async (query) => {
      const { rows } = await sql`
        with found as (select * from (${sides(query, agencyId, query.limit)}) both_sides order by at desc, id desc limit ${query.limit})
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
      const { rows } = await sql`select count(*) as count from (select 1 from (${sides(query, agencyId, most)}) both_sides limit ${most}) counted`.execute(trx)
      return countRow.parse(rows[0]).count
    },
  }
}
