import { sql } from 'kysely'
import { asPurger } from './as-purger.ts'
import type { RecordPart } from './record-part.ts'

/**
 * The keys of commands that named the child: a hash of what was typed lies beside each, and a guess could be tried on it. Jobs hold ids
 * only, of which a purge leaves no meaning.
 */
export const keptKeysPart: RecordPart = {
  title: 'Kept keys of commands',
  tables: { idempotency: 'removed', job: 'kept: ids only, and they are how posts are withdrawn afterwards' },
  isRecord: false,
  exportOf: () => Promise.resolve([]),
  remove: (trx, _who, child) =>
    asPurger(trx, child, async () => {
      await sql`delete from idempotency where agency_id = ${child.agencyId}
        and (subjects @> array[${child.reference}]::text[] or answer ->> 'reference' = ${child.reference})`.execute(trx)
    }),
}
