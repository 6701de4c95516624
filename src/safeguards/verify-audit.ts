import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { auditColumns, auditRow, chainSeal, CHAIN_START, latestUnsealable, sealFromBytes, sealOf } from './audit-chain.ts'
import { deriveKey } from './keys.ts'

export interface Verification {
  /** how many rows fit their seal and their place */
  readonly intact: number
  /** rows of the last minute or so, which the next sealing takes */
  readonly waiting: number
  readonly head: string
  /** one sentence each; empty when nothing was touched */
  readonly findings: readonly string[]
}

interface Deps {
  readonly database: Database
  readonly fieldKey: Buffer
  /** a seal as an export of the audit states it; whether the chain still passes through it */
  readonly stated?: StatedSeal
}
export interface StatedSeal {
  readonly seq: number
  /** hexadecimal */
  readonly chain: string
}

/** `1234:9f…`, as an export states it. Undefined when it is not in that form. */
export const readStatedSeal = (text: string): StatedSeal | undefined => {
  const found = /^(?<seq>[1-9]\d{0,14}):(?<chain>[0-9a-f]{64})$/u.exec(text.trim().toLowerCase())?.groups
  return found?.['seq'] !== undefined && found['chain'] !== undefined ? { seq: Number(found['seq']), chain: found['chain'] } : undefined
}

const link = z.strictObject({ seq: z.int(), audit_id: z.uuid(), seal: z.instanceof(Uint8Array), row: auditRow.nullable() })
type Link = z.output<typeof link>

const PAGE = 2000

const linksAfter = async (trx: Transaction, seq: number): Promise<readonly Link[]> => {
  const { rows } =
    await sql`select page.seq, page.audit_id, page.seal, (select to_jsonb(found) from (select ${auditColumns} from audit where audit.id = page.audit_id) as found) as row
    from audit_seal as page where page.seq > ${seq} order by page.seq limit ${PAGE}`.execute(trx)
  return z.array(link).parse(rows)
}

const nameOf = (row: z.output<typeof auditRow>): string => `${row.verb}, ${row.at.slice(0, 19)} UTC, ${row.id}`

/** What is wrong with one link, given the end of the chain before it. */
const findingOf = (key: Buffer, before: Buffer, { seq, audit_id, seal, row }: Link): string | undefined => {
  const kept = sealFromBytes(seal)
  const number = seq.toString()
  if (!row) return `Row ${number} (${audit_id}) is missing: it was sealed and has been deleted since.`
  const expected = sealOf(key, before, seq, row)
  if (!expected.row.equals(kept.row)) return `Row ${number} (${nameOf(row)}) was changed after it was sealed.`
  if (!expected.chain.equals(kept.chain)) return `Row ${number} (${nameOf(row)}) is out of place: it does not follow the row before it.`
  return undefined
}

const unsealed = z.strictObject({ waiting: z.int(), put_in: z.array(z.string()) })

const unsealedRows = async (trx: Transaction, lastId: string | undefined): Promise<z.output<typeof unsealed>> => {
  const before = lastId === undefined ? '00000000-0000-0000-0000-000000000000' : latestUnsealable(lastId)
  const { rows } = await sql`select count(*) filter (where id > ${before}) as waiting,
      coalesce(array_agg(id::text order by id) filter (where id <= ${before}), '{}') as put_in
    from audit where not exists (select from audit_seal where audit_id = audit.id)`.execute(trx)
  return unsealed.parse(rows[0])
}

/**
 * Walks the whole chain and says in sentences which row is missing, changed or out of place. What it cannot see is that the newest
 * rows were cut off together with their seals: compare the head with the one in the log.
 */
export const verifyAudit = ({ database, fieldKey, stated }: Deps): Promise<Verification> =>
  database.asNamedJob('seal', async (trx) => {
    const key = deriveKey(fieldKey, 'audit-seal')
    const findings: string[] = []
    let [seq, head, intact]: [number, Buffer, number] = [0, CHAIN_START, 0]
    let lastId: string | undefined
    let passes = stated === undefined
    for (let page = await linksAfter(trx, 0); page.length > 0; page = await linksAfter(trx, seq))
      for (const one of page) {
        if (one.seq !== seq + 1) findings.push(`The seals ${(seq + 1).toString()} to ${(one.seq - 1).toString()} are missing.`)
        const finding = findingOf(key, head, one)
        if (finding === undefined) intact += 1
        else findings.push(finding)
        const kept = sealFromBytes(one.seal)
        // a row that is gone leaves its own part of the seal: whether that one still stood in its place can be told
        if (!one.row && !chainSeal(key, head, one.seq, kept.row).equals(kept.chain)) findings.push(`The seal of row ${one.seq.toString()} was changed.`)
        passes ||= one.seq === stated?.seq && kept.chain.toString('hex') === stated.chain
        ;[seq, head, lastId] = [one.seq, kept.chain, one.audit_id]
      }
    if (!passes)
      findings.push('The seal that you gave is not in this audit: the lines before that export were changed or cut off since, or it is of another register.')
    const { waiting, put_in } = await unsealedRows(trx, lastId)
    for (const id of put_in) findings.push(`Row ${id} has no seal although much later rows have: it was put in afterwards.`)
    return { intact, waiting, head: seq === 0 ? '' : head.toString('hex'), findings }
  })
