import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely'
import type { ClientBase } from 'pg'

/** One connection inside a running transaction; closed with it, so that a handle kept too long answers with an error and not with a stranger's rows. */
export class Session implements DatabaseConnection {
  #client: ClientBase | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(client: ClientBase) {
    this.#client = client
  }

  /** Statements of one transaction run one after the other, also when a caller starts several at once. */
  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const run = this.#last.then(() => this.#run<R>(query))
    this.#last = run.catch(() => undefined)
    return run
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Waits for statements that were started and not awaited, then lets go of the connection. */
  async end(): Promise<void> {
    await this.#last
    this.#client = undefined
  }

  async #run<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#client) throw new Error('This transaction has ended; its handle must not be kept.')
    // a text of several statements (a migration) answers one result each
    const results = [await this.#client.query<R & Record<string, unknown>>(query.sql, [...query.parameters])].flat()
    const last = results.at(-1)
    return { rows: last?.rows ?? [], ...(typeof last?.rowCount === 'number' ? { numAffectedRows: BigInt(last.rowCount) } : {}) }
  }
}

const alreadyOpen = (): Promise<never> => Promise.reject(new Error('A transaction is already open: work with the one you were given.'))

const driverOf = (session: Session): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: () => Promise.resolve(session),
  beginTransaction: alreadyOpen,
  commitTransaction: alreadyOpen,
  rollbackTransaction: alreadyOpen,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
})

/** Kysely over one running transaction. The engine is PostgreSQL either way: a server, or PGlite behind the same wire protocol. */
export const sessionDialect = (session: Session): Dialect => ({
  createDriver: () => driverOf(session),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (kysely: Kysely<unknown>) => new PostgresIntrospector(kysely),
})
