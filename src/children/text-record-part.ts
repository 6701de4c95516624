import { sql } from 'kysely'
import * as z from 'zod'
import { asPurger } from '../database/as-purger.ts'
import type { RecordPart } from '../database/record-part.ts'
import type { ChildStoreDeps } from './child-store.ts'
import { childForText } from './sharing/child-for-text.ts'

const textRow = z.strictObject({
  id: z.uuid(),
  purpose: z.string(),
  state: z.string(),
  author_name: z.string(),
  text_enc: z.instanceof(Uint8Array),
  at: z.string(),
})

/** Free texts about the child, and the words to stop, of which only hashes are there. They go while the child's key is still there. */
export const textRecordPart = (deps: ChildStoreDeps): RecordPart => ({
  title: 'Texts',
  tables: { checked_text: 'removed', child_stop_word: 'removed' },
  isRecord: true,
  exportOf: async (trx, who, child) => {
    const { rows } = await sql`select id, purpose, state, author_name, text_enc, to_char(written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from checked_text where agency_id = ${child.agencyId} and subject_id = ${child.id} order by written_at, id`.execute(trx)
    const secrets = await childForText(trx, who, deps).secretsOf(child.id)
    const texts = rows.map((row) => textRow.parse(row))
    return [
      {
        heading: 'Texts about the child',
        rows: texts.map(({ id, purpose, state, author_name, text_enc, at }) => ({
          Written: at,
          Author: author_name,
          Purpose: purpose,
          State: state,
          Text: secrets?.open(id, 'text', text_enc) ?? null,
        })),
      },
    ]
  },
  remove: (trx, _who, child) =>
    asPurger(trx, child, async () => {
      await sql`delete from checked_text where subject_id = ${child.id}`.execute(trx)
      await sql`delete from child_stop_word where child_id = ${child.id}`.execute(trx)
    }),
})
