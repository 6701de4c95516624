import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId, WorkerId } from '../../../core/ids.ts'
import type { ChildReference } from '../../../core/reference.ts'
import type { Who } from '../../../database/register.ts'
import type { Transaction } from '../../../database/transaction.ts'
import { agencyOf } from '../../../database/write-audit.ts'
import { fieldEncryption } from '../../field-encryption.ts'
import { deriveKey } from '../../keys.ts'
import type { ChildForText, TextSecrets } from '../child-for-text.ts'
import { TEXT_PURPOSES, TEXT_STATES } from './text-kinds.ts'
import type { CheckedText, TextId } from './text.ts'

/** The texts of the agency whose scope is open; row-level security shows no other's. */
export interface TextStore {
  /** Undefined for a text of another agency, and for one whose child's key was destroyed. */
  byId(id: TextId): Promise<CheckedText | undefined>
  add(text: Omit<CheckedText, 'version' | 'agencyId'>): Promise<void>
  /** False when the version is not the one that was read. */
  replace(
    was: CheckedText,
    becomes: Pick<CheckedText, 'text' | 'state' | 'changedAt'>,
    override?: { readonly by: WorkerId; readonly reason: string },
  ): Promise<boolean>
  /** Drafts of one author, and with `all` every text that waits for a second person; the oldest first, these many at most. */
  open(author: WorkerId, all: boolean, limit: number): Promise<readonly CheckedText[]>
}

const bytes = z.instanceof(Uint8Array)
const row = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  agency_id: z.int(),
  author_id: z.uuid(),
  author_name: z.string(),
  subject_id: z.uuid().nullable(),
  subject_reference: z.string().nullable(),
  subject_agency_id: z.int(),
  purpose: z.enum(TEXT_PURPOSES),
  wrapped: bytes.nullable(),
  text_enc: bytes,
  state: z.enum(TEXT_STATES),
  changed_at: z.date(),
})
type Row = z.output<typeof row>

const columns = sql`id, version, agency_id, author_id, author_name, subject_id, subject_reference, subject_agency_id, purpose, wrapped, text_enc, state, changed_at`

export const textStore = (trx: Transaction, who: Who, fieldKey: Buffer, childForText: ChildForText): TextStore => {
  const agencyId = agencyOf(who)
  const ownKeys = fieldEncryption(fieldKey, 'checked_text')
  const hashKey = deriveKey(fieldKey, 'text-hash')
  const hashOf = (id: TextId, text: string): Buffer => createHmac('sha256', hashKey).update(`${id}:${text}`).digest()

  const byOwnKey = (wrapped: Uint8Array): TextSecrets => ({
    seal: (id, column, said) => ownKeys.withKey(id, wrapped).seal(column, said),
    open: (id, column, sealed) => ownKeys.withKey(id, wrapped).open(column, sealed),
  })
  const secretsOf = async (subjectId: ChildId | null, wrapped: Uint8Array | null): Promise<TextSecrets | undefined> =>
    subjectId === null ? (wrapped === null ? undefined : byOwnKey(wrapped)) : childForText.secretsOf(subjectId)

  const opened = async (read: Row): Promise<CheckedText | undefined> => {
    const subjectId = read.subject_id as ChildId | null
    const secrets = await secretsOf(subjectId, read.wrapped)
    if (secrets === undefined) return undefined
    return {
      id: read.id as TextId,
      version: read.version,
      agencyId: read.agency_id as AgencyId,
      authorId: read.author_id as WorkerId,
      authorName: read.author_name,
      subjectId,
      subjectReference: read.subject_reference as ChildReference | null,
      subjectAgencyId: read.subject_agency_id as AgencyId,
      purpose: read.purpose,
      text: secrets.open(read.id, 'text', read.text_enc),
      state: read.state,
      changedAt: read.changed_at,
    }
  }
  const wrappedOf = async (id: TextId): Promise<Uint8Array | null> => {
    const { rows } = await sql`select wrapped from checked_text where agency_id = ${agencyId} and id = ${id}`.execute(trx)
    return z.strictObject({ wrapped: bytes.nullable() }).parse(rows[0]).wrapped
  }

  return {
    byId: async (id) => {
      const { rows } = await sql`select ${columns} from checked_text where agency_id = ${agencyId} and id = ${id}`.execute(trx)
      return rows[0] === undefined ? undefined : opened(row.parse(rows[0]))
    },
    add: async ({ id, authorId, authorName, subjectId, subjectReference, subjectAgencyId, purpose, text, state, changedAt }) => {
      const wrapped = subjectId === null ? ownKeys.newKey(id) : null
      const secrets = await secretsOf(subjectId, wrapped)
      if (secrets === undefined) throw new Error('The child has no key: nothing can be kept about it.')
      await sql`insert into checked_text (id, agency_id, author_id, author_name, subject_id, subject_reference, subject_agency_id, purpose, wrapped, text_enc,
          content_hash, state, written_at, changed_at)
        values (${id}, ${agencyId}, ${authorId}, ${authorName}, ${subjectId}, ${subjectReference}, ${subjectAgencyId}, ${purpose}, ${wrapped},
          ${secrets.seal(id, 'text', text)}, ${hashOf(id, text)}, ${state}, ${changedAt}, ${changedAt})`.execute(trx)
    },
    replace: async (was, { text, state, changedAt }, override) => {
      const secrets = await secretsOf(was.subjectId, was.subjectId === null ? await wrappedOf(was.id) : null)
      if (secrets === undefined) return false
      const reason = override && secrets.seal(was.id, 'reason', override.reason)
      const saved =
        await sql`update checked_text set version = version + 1, text_enc = ${secrets.seal(was.id, 'text', text)}, content_hash = ${hashOf(was.id, text)},
          state = ${state}, overridden_by = ${override?.by ?? null}, reason_enc = ${reason ?? null}, changed_at = ${changedAt}
        where agency_id = ${agencyId} and id = ${was.id} and version = ${was.version} returning id`.execute(trx)
      return saved.rows.length === 1
    },
    open: async (author, all, limit) => {
      const { rows } = await sql`select ${columns} from checked_text where agency_id = ${agencyId} and state in ('draft', 'waiting-for-override')
          and (author_id = ${author} or (${all} and state = 'waiting-for-override'))
        order by changed_at, id limit ${limit}`.execute(trx)
      const found: CheckedText[] = []
      for (const read of rows) {
        const text = await opened(row.parse(read))
        if (text) found.push(text)
      }
      return found
    },
  }
}
