import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'

/** An audit row as it is sealed: every column; the time as text, to the microsecond. */
export const auditColumns = sql`audit.id, audit.agency_id, audit.subject_agency_id,
  to_char(audit.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
  audit.worker_id, audit.actor, audit.verb, audit.outcome, audit.subjects, audit.reason, audit.automatic`

export const auditRow = z.strictObject({
  id: z.uuid(),
  agency_id: z.int(),
  subject_agency_id: z.int(),
  at: z.string(),
  worker_id: z.uuid().nullable(),
  actor: z.string(),
  verb: z.string(),
  outcome: z.string(),
  subjects: z.array(z.string()),
  reason: z.string().nullable(),
  automatic: z.boolean(),
})
export type AuditRow = z.output<typeof auditRow>

/** The first link hangs on this. */
export const CHAIN_START = Buffer.alloc(32)

/** A seal is two parts: one proves the row, the other its place after the rows before it. So a changed row and a moved one can be told apart. */
export interface Seal {
  readonly row: Buffer
  readonly chain: Buffer
}

const rowSeal = (key: Buffer, row: AuditRow): Buffer =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        row.id,
        row.agency_id,
        row.subject_agency_id,
        row.at,
        row.worker_id,
        row.actor,
        row.verb,
        row.outcome,
        row.subjects,
        row.reason,
        row.automatic,
      ]),
    )
    .digest()

export const chainSeal = (key: Buffer, before: Buffer, seq: number, row: Buffer): Buffer =>
  createHmac('sha256', key).update(before).update(`:${seq.toString()}:`).update(row).digest()

export const sealOf = (key: Buffer, before: Buffer, seq: number, row: AuditRow): Seal => {
  const sealed = rowSeal(key, row)
  return { row: sealed, chain: chainSeal(key, before, seq, sealed) }
}

export const sealToBytes = (seal: Seal): Buffer => Buffer.concat([seal.row, seal.chain])
export const sealFromBytes = (bytes: Uint8Array): Seal => ({ row: Buffer.from(bytes.subarray(0, 32)), chain: Buffer.from(bytes.subarray(32)) })

/** Ids hold the millisecond in which they were made. A row may be committed after later ones were sealed; more than an hour after, it was put in. */
export const latestUnsealable = (lastSealedId: string): string => {
  const made = Number.parseInt(lastSealedId.replaceAll('-', '').slice(0, 12), 16)
  const hex = Math.max(0, made - 3_600_000)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
