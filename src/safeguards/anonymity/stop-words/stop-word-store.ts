import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { ChildId } from '../../../core/ids.ts'
import type { Who } from '../../../database/register.ts'
import type { Transaction } from '../../../database/transaction.ts'
import { agencyOf } from '../../../database/write-audit.ts'
import { deriveKey } from '../../keys.ts'
import { KNOWN_KINDS, type KnownKind } from '../checker/known-kinds.ts'
import type { KnownWords } from '../checker/known-words.ts'

/** The words to stop of the agency whose scope is open; row-level security shows no other's. */
export interface StopWordStore {
  /** One entry by its phrases; those that are there already stay as they are. False when all of them are. */
  add(childId: ChildId, kind: KnownKind, entry: string, phrases: readonly string[], at: Date): Promise<boolean>
  /** How many entries of each kind there are: the words themselves nobody can read. */
  counts(childId: ChildId): Promise<Readonly<Record<KnownKind, number>>>
  removeAll(childId: ChildId, kind: KnownKind): Promise<void>
  /** Tells by its hash whether a phrase is one of them. */
  knownOf(childId: ChildId): Promise<KnownWords>
}

const countRow = z.strictObject({ kind: z.enum(KNOWN_KINDS), entries: z.int() })
const hashRow = z.strictObject({ kind: z.enum(KNOWN_KINDS), hash: z.string() })

export const stopWordStore = (trx: Transaction, who: Who, fieldKey: Buffer): StopWordStore => {
  const agencyId = agencyOf(who)
  const key = deriveKey(fieldKey, 'stop-words')
  /** The child is in the hash: the same name of two children gives two hashes. */
  const hashOf = (childId: ChildId, phrase: string): Buffer => createHmac('sha256', key).update(`${agencyId.toString()}:${childId}:${phrase}`).digest()
  return {
    add: async (childId, kind, entry, phrases, at) => {
      const rows = phrases.map((phrase) => sql`(${agencyId}, ${childId}, ${hashOf(childId, phrase)}, ${kind}, ${entry}, ${at})`)
      const added = await sql`insert into child_stop_word (agency_id, child_id, hash, kind, entry, at) values ${sql.join(rows)}
        on conflict do nothing returning hash`.execute(trx)
      return added.rows.length > 0
    },
    counts: async (childId) => {
      const { rows } = await sql`select kind, count(distinct entry)::int as entries from child_stop_word
        where agency_id = ${agencyId} and child_id = ${childId} group by kind`.execute(trx)
      const found = new Map(rows.map((row) => countRow.parse(row)).map(({ kind, entries }) => [kind, entries]))
      return { name: found.get('name') ?? 0, place: found.get('place') ?? 0, school: found.get('school') ?? 0 }
    },
    removeAll: async (childId, kind) => {
      await sql`delete from child_stop_word where agency_id = ${agencyId} and child_id = ${childId} and kind = ${kind}`.execute(trx)
    },
    knownOf: async (childId) => {
      const { rows } = await sql`select kind, encode(hash, 'hex') as hash from child_stop_word where agency_id = ${agencyId} and child_id = ${childId}`.execute(
        trx,
      )
      const kinds = new Map(rows.map((row) => hashRow.parse(row)).map(({ hash, kind }) => [hash, kind]))
      return (phrase) => (kinds.size === 0 ? undefined : kinds.get(hashOf(childId, phrase).toString('hex')))
    },
  }
}
