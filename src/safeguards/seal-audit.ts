import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from '../database/database.ts'
import { isUniqueViolation } from '../database/error-code.ts'
import type { Transaction } from '../database/transaction.ts'
import { auditColumns, auditRow, CHAIN_START, latestUnsealable, sealFromBytes, sealOf, sealToBytes } from './audit-chain.ts'
import { deriveKey } from './keys.ts'

interface Deps {
  readonly database: Database
  /** FIELD_KEY, 32 bytes */
  readonly fieldKey: Buffer
}

/** The end of the chain; logged with each sealing, so that cutting off the newest rows shows against the log. */
export interface Sealing {
  readonly sealed: number
  readonly seq: number
  /** hexadecimal; empty while nothing is sealed */
  readonly head: string
}

const lastRow = z.strictObject({ seq: z.int(), audit_id: z.uuid(), seal: z.instanceof(Uint8Array) })

const BATCH = 1000

const sealBatch = async (trx: Transaction, key: Buffer): Promise<Sealing> => {
  const newest = (await sql`select seq, audit_id, seal from audit_seal order by seq desc limit 1`.execute(trx)).rows[0]
  const last = newest === undefined ? undefined : lastRow.parse(newest)
  const after = last ? latestUnsealable(last.audit_id) : '00000000-0000-0000-0000-000000000000'
  const { rows } = await sql`select ${auditColumns} from audit
    where id > ${after} and not exists (select from audit_seal where audit_id = audit.id) order by id limit ${BATCH}`.execute(trx)
  let seq = last?.seq ?? 0
  let head = last ? sealFromBytes(last.seal).chain : CHAIN_START
  const links = z
    .array(auditRow)
    .parse(rows)
    .map((row) => {
      const seal = sealOf(key, head, ++seq, row)
      head = seal.chain
      return sql`(${seq}, ${row.id}, ${sealToBytes(seal)})`
    })
  if (links.length > 0) await sql`insert into audit_seal (seq, audit_id, seal) values ${sql.join(links)}`.execute(trx)
  return { sealed: links.length, seq, head: seq === 0 ? '' : head.toString('hex') }
}

/** Adds all audit rows that have no seal yet to the hash chain. Runs each minute and at shutdown; harmless in several processes at once. */
export const sealAudit = async ({ database, fieldKey }: Deps): Promise<Sealing> => {
  const key = deriveKey(fieldKey, 'audit-seal')
  let sealed = 0
  for (;;) {
    const batch = await database
      .asNamedJob('seal', (trx) => sealBatch(trx, key))
      .catch((error: unknown) => {
        // two processes sealed at once; the other one's links stand
        if (isUniqueViolation(error)) return undefined
        throw error
      })
    if (batch) sealed += batch.sealed
    if (batch && batch.sealed < BATCH) return { ...batch, sealed }
  }
}
