import { sql } from 'kysely'
import type { AgencyId, WorkerId } from '../core/ids.ts'
import type { AtPosition } from './at-position.ts'
import { DID_VERBS, type AuditDid } from './audit-did-contract.ts'

export interface AuditFilter {
  /** of the agency's own records only */
  readonly about?: string
  /** of the agency's own people only */
  readonly person?: WorkerId
  /** UTC instants: from this one on, before that one */
  readonly from?: Date
  readonly before?: Date
  readonly did?: AuditDid
  readonly verb?: string
  readonly outcome?: 'done' | 'refused'
}
export interface AuditQuery extends AuditFilter {
  readonly after?: AtPosition
  readonly limit: number
}

export type Sql = ReturnType<typeof sql>

/** Lines of this group; of one that was refused only that it was. */
export const didSql = (did: AuditDid): Sql =>
  did === 'refused' ? sql`a.outcome = 'refused'` : sql`(a.outcome = 'done' and a.verb = any(${[...DID_VERBS[did]]}::text[]))`

const fits = ({ about, person, from, before, did, verb, outcome, after }: Omit<AuditQuery, 'limit'>): Sql => {
  const conditions = [
    about !== undefined && sql`a.subjects @> array[${about}]::text[]`,
    person !== undefined && sql`a.worker_id = ${person}::uuid`,
    from !== undefined && sql`a.at >= ${from}`,
    before !== undefined && sql`a.at < ${before}`,
    did !== undefined && didSql(did),
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
export const linesFor = (query: Omit<AuditQuery, 'limit'>, agencyId: AgencyId, limit: number | 'all'): Sql => {
  const most = limit === 'all' ? sql`` : sql`order by a.at desc, a.id desc limit ${limit}`
  const side = (which: Sql): Sql => sql`(select a.* from audit a where ${which} and ${fits(query)} ${most})`
  const ofOwnRecords = sql`a.subject_agency_id = ${agencyId}`
  const byOwnPeople = sql`a.agency_id = ${agencyId}`
  if (query.person !== undefined) return side(query.about === undefined ? byOwnPeople : sql`${byOwnPeople} and ${ofOwnRecords}`)
  if (query.about !== undefined) return side(ofOwnRecords)
  return sql`${side(byOwnPeople)} union all ${side(sql`${ofOwnRecords} and a.agency_id <> ${agencyId}`)}`
}
