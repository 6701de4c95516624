import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { ok, refuse, type Result } from '../core/result.ts'
import type { Doing } from './register.ts'
import type { Transaction } from './transaction.ts'

interface Keyed {
  readonly trx: Transaction
  readonly actor: Actor
  readonly doing: Doing & { readonly key: string }
  readonly at: Date
  /** of the register: a hash without it could be tried with every name there is */
  readonly secret: Buffer | undefined
}

const firstRow = z.strictObject({ verb: z.string(), subjects: z.array(z.string()), answer: z.unknown() })

/** What tells one command from another under the same verb: its subjects, and a keyed hash of what it says. */
const saidBy = ({ doing: { subjects = [], command }, secret }: Pick<Keyed, 'doing' | 'secret'>): readonly string[] => {
  if (command === undefined) return subjects
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret)
  return [...subjects, `sha256:${hash.update(JSON.stringify(command)).digest('hex')}`]
}

/** Claims the key: true the first time. A double that comes while the first is still at work waits here for its end. */
const claim = async ({ trx, actor, doing, at, secret }: Keyed): Promise<boolean> => {
  const claimed = await sql`insert into idempotency (agency_id, worker_id, key, verb, subjects, at)
    values (${actor.agencyId}, ${actor.workerId}, ${doing.key}, ${doing.verb}, ${[...saidBy({ doing, secret })]}, ${at})
    on conflict do nothing returning key`.execute(trx)
  return claimed.rows.length === 1
}

const firstAnswer = async <T>({ trx, actor, doing, secret }: Keyed): Promise<Result<T>> => {
  const { rows } = await sql`select verb, subjects, answer from idempotency
    where agency_id = ${actor.agencyId} and worker_id = ${actor.workerId} and key = ${doing.key}`.execute(trx)
  const first = firstRow.parse(rows[0])
  const sameCommand = first.verb === doing.verb && JSON.stringify(first.subjects) === JSON.stringify(saidBy({ doing, secret }))
  return sameCommand ? ok(first.answer as T) : refuse({ kind: 'conflict', reason: 'key-reused' })
}

/**
 * One effect for one key: pressed twice, delivered twice or retried after a crash, the first answer comes back.
 * The same key for another verb, other subjects or another command is refused with `key-reused`. A refusal leaves no trace of the key: it may be tried again.
 */
export const once = async <T>(keyed: Keyed, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  if (!(await claim(keyed))) return firstAnswer<T>(keyed)
  const result = await work()
  if (!result.ok) return result
  const { trx, actor, doing } = keyed
  await sql`update idempotency set answer = ${JSON.stringify(result.value ?? null)}::jsonb
    where agency_id = ${actor.agencyId} and worker_id = ${actor.workerId} and key = ${doing.key}`.execute(trx)
  return result
}
