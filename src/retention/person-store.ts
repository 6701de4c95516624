import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, WorkerId } from '../core/ids.ts'
import type { RecordTable } from '../database/record-part.ts'
import type { Transaction } from '../database/transaction.ts'
import { AUDIT_VERBS } from '../safeguards/audit-contract.ts'

/** What the register keeps about somebody who works or worked for the open agency. */
export interface PersonStore {
  /** Undefined for somebody of another agency. */
  person(id: WorkerId): Promise<{ readonly name: string; readonly tables: readonly RecordTable[] } | undefined>
}

const tableRows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
const nameRow = z.strictObject({ name: z.string() })
const WORDS: ReadonlyMap<unknown, string> = new Map(Object.values(AUDIT_VERBS).flatMap((verbs) => Object.entries(verbs)))

const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Each by its heading; children by reference, because the export is about the person and not about them. */
const queriesAbout = (id: WorkerId, agencyId: AgencyId) =>
  [
    [
      'Who it is',
      sql`select name as "Name", tenant_id as "Tenant", object_id as "Account", left_on as "Left on" from worker where id = ${id} and agency_id = ${agencyId}`,
    ],
    [
      'Roles',
      sql`select role as "Role", granted_on as "From", ended_on as "First day without it" from worker_role
        where worker_id = ${id} and agency_id = ${agencyId} order by granted_on, role`,
    ],
    [
      'Cases',
      sql`select reference as "Child", case when worker_id = ${id} then 'family finder' else 'social worker' end as "As" from child
        where agency_id = ${agencyId} and (worker_id = ${id} or social_worker_id = ${id}) order by reference`,
    ],
    [
      'Posts',
      sql`select conversation_name as "Channel", state as "State", ${instant('requested_at')} as "Asked for" from post
        where agency_id = ${agencyId} and author_id = ${id} order by requested_at, id`,
    ],
    [
      'Meetings organised',
      sql`select reference as "Meeting", first_on as "First on", state as "State" from meeting where agency_id = ${agencyId} and organiser_id = ${id} order by reference`,
    ],
    ['Chat with the app', sql`select kind as "Kind", state as "State" from conversation where agency_id = ${agencyId} and worker_id = ${id} order by id`],
    [
      'Settings changed',
      sql`select name as "Setting", value as "Value", reason as "Reason", ${instant('changed_at')} as "When" from setting_change
        where agency_id = ${agencyId} and worker_id = ${id} order by changed_at, name`,
    ],
    [
      'Sharing changed',
      sql`select became as "To", reason as "Reason", ${instant('at')} as "When" from sharing_change where agency_id = ${agencyId} and worker_id = ${id} order by at, id`,
    ],
    [
      'What was done, the oldest first',
      sql`select ${instant('at')} as "When", verb as "What", outcome as "Outcome", array_to_string(subjects, ', ') as "About", automatic as "Automatic" from audit
        where agency_id = ${agencyId} and worker_id = ${id} order by at, id`,
    ],
    [
      'What was done about this person, the oldest first',
      sql`select ${instant('at')} as "When", actor as "By", verb as "What", outcome as "Outcome" from audit
        where agency_id = ${agencyId} and subjects @> array[${id}]::text[] order by at, id`,
    ],
  ] as const

export const personStore = (trx: Transaction, agencyId: AgencyId): PersonStore => ({
  person: async (id) => {
    const found = await sql`select name from worker where id = ${id} and agency_id = ${agencyId}`.execute(trx)
    if (found.rows[0] === undefined) return undefined
    const tables: RecordTable[] = []
    for (const [heading, query] of queriesAbout(id, agencyId)) {
      const rows = tableRows.parse((await query.execute(trx)).rows)
      tables.push({ heading, rows: rows.map((row) => ('What' in row ? { ...row, What: WORDS.get(row['What']) ?? row['What'] ?? null } : row)) })
    }
    return { name: nameRow.parse(found.rows[0]).name, tables }
  },
})
