import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { newId, type ChildId, type WorkerId } from '../core/ids.ts'
import type { RecordOwner, RecordPart, RecordTable } from '../database/record-part.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import type { FieldEncryption } from '../safeguards/field-encryption.ts'

export interface RecordOfChild {
  readonly parts: readonly { readonly title: string; readonly tables: readonly RecordTable[] }[]
  /** SHA-256 of what makes an export old when it is another */
  readonly recordHash: string
}
/** An export that was handed out, and where it was filed. */
export interface RecordExport {
  readonly receipt: string
  readonly recordHash: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly filed: { readonly by: WorkerId; readonly byName: string; readonly at: Date } | null
}

export interface RecordStore {
  /** All that the register holds about the child at this moment, from every noun. */
  recordOf(child: RecordOwner): Promise<RecordOfChild>
  addExport(child: RecordOwner, made: { readonly receipt: string; readonly recordHash: string; readonly by: Actor; readonly at: Date }): Promise<void>
  /** The newest first. */
  exportsOf(childId: ChildId): Promise<readonly RecordExport[]>
  /** Keeps where the agency's own record has it, under the child's key. False when there is no such export, or it is filed already. */
  confirmFiled(child: RecordOwner, receipt: string, filedAs: string, by: Actor, at: Date): Promise<boolean>
  /** Where the newest filed export lies; null before. */
  filedAs(childId: ChildId): Promise<string | null>
}

export interface RecordStoreDeps {
  readonly parts: readonly RecordPart[]
  readonly cipher: FieldEncryption
}

const exportRow = z
  .strictObject({
    receipt: z.string(),
    record_hash: z.string(),
    made_by: z.string(),
    made_at: z.date(),
    filed_by: z.uuid().nullable(),
    filed_by_name: z.string().nullable(),
    filed_at: z.date().nullable(),
  })
  .transform((row): RecordExport => ({
    receipt: row.receipt,
    recordHash: row.record_hash,
    madeBy: row.made_by,
    madeAt: row.made_at,
    filed: row.filed_by === null || row.filed_at === null ? null : { by: row.filed_by as WorkerId, byName: row.filed_by_name ?? '', at: row.filed_at },
  }))
const keyRow = z.strictObject({ wrapped: z.instanceof(Uint8Array) })
const filedRow = z.strictObject({ wrapped: z.instanceof(Uint8Array), filed_as_enc: z.instanceof(Uint8Array) })

const COLUMN = 'filed_as'

export const recordStore = (trx: Transaction, who: Who, { parts, cipher }: RecordStoreDeps): RecordStore => ({
  recordOf: async (child) => {
    const read: (RecordOfChild['parts'][number] & { readonly isRecord: boolean })[] = []
    for (const part of parts) read.push({ title: part.title, isRecord: part.isRecord, tables: await part.exportOf(trx, who, child) })
    const record = read.filter(({ isRecord }) => isRecord).map(({ title, tables }) => ({ title, tables }))
    return {
      parts: read.filter(({ tables }) => tables.length > 0).map(({ title, tables }) => ({ title, tables })),
      recordHash: createHash('sha256').update(JSON.stringify(record)).digest('hex'),
    }
  },
  addExport: async (child, { receipt, recordHash, by, at }) => {
    await sql`insert into record_export (id, agency_id, child_id, receipt, record_hash, made_by, made_at)
      values (${newId()}, ${child.agencyId}, ${child.id}, ${receipt}, ${recordHash}, ${by.workerId}, ${at})`.execute(trx)
  },
  exportsOf: async (childId) => {
    const { rows } = await sql`select e.receipt, e.record_hash, m.name as made_by, e.made_at, e.filed_by, f.name as filed_by_name, e.filed_at
      from record_export e join worker m on m.id = e.made_by left join worker f on f.id = e.filed_by
      where e.child_id = ${childId} order by e.made_at desc, e.id desc`.execute(trx)
    return rows.map((row) => exportRow.parse(row))
  },
  confirmFiled: async (child, receipt, filedAs, by, at) => {
    const { rows } = await sql`select wrapped from child_key where child_id = ${child.id} and agency_id = ${child.agencyId}`.execute(trx)
    const sealed = cipher.withKey(child.id, keyRow.parse(rows[0]).wrapped).seal(COLUMN, filedAs)
    const filed = await sql`update record_export set filed_by = ${by.workerId}, filed_at = ${at}, filed_as_enc = ${sealed}
      where agency_id = ${child.agencyId} and child_id = ${child.id} and receipt = ${receipt} and filed_at is null returning id`.execute(trx)
    return filed.rows.length === 1
  },
  filedAs: async (childId) => {
    const { rows } = await sql`select k.wrapped, e.filed_as_enc from record_export e join child_key k on k.child_id = e.child_id
      where e.child_id = ${childId} and e.filed_at is not null order by e.filed_at desc, e.id desc limit 1`.execute(trx)
    if (rows[0] === undefined) return null
    const { wrapped, filed_as_enc } = filedRow.parse(rows[0])
    return cipher.withKey(childId, wrapped).open(COLUMN, filed_as_enc)
  },
})
