import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, sql } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import type { Database, GlassOpening, NamedJob } from './database.ts'
import { Session, sessionDialect } from './session-dialect.ts'
import type { Transaction } from './transaction.ts'

const ROLE_OF_JOB: Readonly<Record<NamedJob, string>> = { 'sign-in': 'ff_sign_in', dispatch: 'ff_dispatch', seal: 'ff_seal' }

/** The id goes into the text of a SET statement, which takes no parameters: nothing but a small positive integer may reach it. */
const smallId = (id: number, what: string): number => {
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) throw new Error(`${what} is not a positive integer.`)
  return id
}

/** The database itself makes the record that is open from a grant that runs, so that no code of ours can name another one. */
const recordOfGrant = async (trx: Transaction, { grantId, at }: GlassOpening): Promise<boolean> => {
  const { rows } = await sql`select set_config('app.record', child_id::text, true) from break_glass_grant
    where id = ${grantId}::uuid and expires_at > ${at}`.execute(trx)
  return rows.length === 1
}

interface Pools {
  readonly engine: Database['engine']
  /** as the login role of the app, which owns nothing */
  readonly app: Pool
  /** as the owner of the tables; the same pool where there is only one login */
  readonly owner: Pool
  readonly close: () => Promise<void>
}

/** A database whose every transaction is somebody: the role and the agency are set in the same round trip that begins it. */
export const scopedDatabase = ({ engine, app, owner, close }: Pools): Database => {
  const running = new AsyncLocalStorage<{ open: boolean }>()
  let closing: Promise<void> | undefined

  const transaction = async <T>(pool: Pool, settings: string, work: (trx: Transaction) => Promise<T>): Promise<T> => {
    // on one embedded connection the inner transaction would wait for the outer one for ever; on a server it would not see its rows
    if (running.getStore()?.open === true) throw new Error('A transaction is already open here: use the one you were given.')
    const client = await pool.connect()
    const state = { open: true }
    try {
      const answer = await running.run(state, () => withinTransaction(client, settings, work))
      client.release()
      return answer
    } catch (error) {
      client.release(client.isBroken === true)
      throw error
    } finally {
      state.open = false
    }
  }

  return {
    engine,
    inAgency: async (agencyId, partnershipId, work) =>
      transaction(
        app,
        `set local role ff_app; set local app.agency = ${smallId(agencyId, 'The agency').toString()}; ` +
          `set local app.partnership = ${smallId(partnershipId, 'The partnership').toString()}`,
        work,
      ),
    inOwnPartnership: async (agencyId, work) => {
      const agency = smallId(agencyId, 'The agency').toString()
      const partnership = `(select partnership_id from agency where id = ${agency})`
      // one round trip, as for every other transaction; an agency that is none ends it as a number that is none
      return transaction(
        app,
        `set local role ff_app; set local app.agency = ${agency}; select set_config('app.partnership', coalesce(${partnership}::text, 'none')::int::text, true)`,
        work,
      )
    },
    asNamedJob: (job, work) => transaction(app, `set local role ${ROLE_OF_JOB[job]}`, work),
    breakGlass: async (opening, work) =>
      transaction(app, `set local role ff_break_glass; set local app.agency = ${smallId(opening.ownerAgencyId, 'The agency').toString()}`, async (trx) =>
        (await recordOfGrant(trx, opening)) ? work(trx) : undefined,
      ),
    asOwner: (work) => transaction(owner, '', work),
    close: () => (closing ??= close()),
  }
}

declare module 'pg' {
  interface ClientBase {
    /** set when not even a rollback got through: the pool must not hand this connection out again */
    isBroken?: boolean
  }
}

const withinTransaction = async <T>(client: PoolClient, settings: string, work: (trx: Transaction) => Promise<T>): Promise<T> => {
  const session = new Session(client)
  try {
    await client.query(`begin isolation level read committed; ${settings}`)
    const answer = await work(new Kysely<Record<never, never>>({ dialect: sessionDialect(session) }))
    await session.end()
    await commit(client)
    return answer
  } catch (error) {
    await session.end()
    await client.query('rollback').catch(() => {
      client.isBroken = true
    })
    throw error
  }
}

/** COMMIT of a transaction in which a statement failed answers ROLLBACK and no error: nothing was saved, and nobody would know. */
const commit = async (client: PoolClient): Promise<void> => {
  const result: QueryResult = await client.query('commit')
  if (result.command !== 'COMMIT') throw new Error('A statement of this transaction failed and its error was dropped: nothing was saved.')
}
