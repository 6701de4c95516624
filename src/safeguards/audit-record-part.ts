import { sql } from 'kysely'
import * as z from 'zod'
import type { RecordPart } from '../database/record-part.ts'
import { AUDIT_VERBS } from './audit-contract.ts'

const row = z.strictObject({
  at: z.string(),
  actor: z.string(),
  agency: z.string(),
  verb: z.string(),
  outcome: z.enum(['done', 'refused']),
  automatic: z.boolean(),
})

const WORDS: ReadonlyMap<string, string> = new Map(Object.values(AUDIT_VERBS).flatMap((verbs) => Object.entries(verbs)))

/** Who saw and did what with a child: goes with an export, and stays after a purge, because it holds no word about the child. */
export const auditRecordPart: RecordPart = {
  title: 'Who saw and did what',
  tables: { audit: 'kept: reference, person, verb and time are what the agency answers for, and the chain of seals would break' },
  isRecord: false,
  exportOf: async (trx, _who, child) => {
    const { rows } =
      await sql`select to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.actor, agency.name as agency, a.verb, a.outcome, a.automatic
      from audit a join agency on agency.id = a.agency_id
      where a.subject_agency_id = ${child.agencyId} and a.subjects @> array[${child.reference}]::text[] order by a.at, a.id`.execute(trx)
    const lines = z.array(row).parse(rows)
    return [
      {
        heading: 'Lines of the audit, the oldest first',
        rows: lines.map(({ at, actor, agency, verb, outcome, automatic }) => ({
          When: at,
          Who: actor,
          Agency: agency,
          What: WORDS.get(verb) ?? verb,
          Outcome: outcome,
          Automatic: automatic,
        })),
      },
    ]
  },
  remove: () => Promise.resolve(),
}
