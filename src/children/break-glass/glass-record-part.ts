import { sql } from 'kysely'
import * as z from 'zod'
import { asPurger } from '../../database/as-purger.ts'
import type { RecordPart } from '../../database/record-part.ts'

const row = z.strictObject({ name: z.string(), agency: z.string(), reason: z.string(), sentence: z.string(), granted_at: z.date() })

/** Who of a partner agency opened the record in an emergency, and why. The audit keeps that it happened; the sentence goes with the record. */
export const glassRecordPart: RecordPart = {
  title: 'Opened in an emergency',
  tables: { break_glass_grant: 'removed' },
  isRecord: false,
  exportOf: async (trx, _who, child) => {
    const { rows } = await sql`
      select g.worker_name as name, a.name as agency, g.reason, g.sentence, g.granted_at from break_glass_grant g join agency a on a.id = g.agency_id
      where g.owner_agency_id = ${child.agencyId} and g.child_id = ${child.id} order by g.granted_at desc, g.id`.execute(trx)
    return [
      {
        heading: 'By managers of partner agencies, the newest first',
        rows: z
          .array(row)
          .parse(rows)
          .map(({ name, agency, reason, sentence, granted_at }) => ({
            Who: name,
            Agency: agency,
            Reason: reason,
            'In their words': sentence,
            At: granted_at.toISOString(),
          })),
      },
    ]
  },
  remove: (trx, _who, child) =>
    asPurger(trx, child, async () => {
      await sql`delete from break_glass_grant where child_id = ${child.id}`.execute(trx)
    }),
}
