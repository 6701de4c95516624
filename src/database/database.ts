import type { Transaction } from './transaction.ts'

/** The named jobs with a database role of their own (design 3.5). */
export type NamedJob = 'sign-in' | 'dispatch' | 'seal'

/**
 * An open database: a PostgreSQL server or the embedded PGlite. Only the database room holds one and opens transactions;
 * everybody else gets a scope from a Register.
 */
export interface Database {
  readonly engine: 'postgres' | 'pglite'
  /** One transaction as role ff_app in one agency and partnership. */
  inAgency<T>(agencyId: number, partnershipId: number, work: (trx: Transaction) => Promise<T>): Promise<T>
  /** One transaction as a named job's own role; no agency is set. */
  asNamedJob<T>(job: NamedJob, work: (trx: Transaction) => Promise<T>): Promise<T>
  /** One transaction as the break-glass role: one agency, one record, read-only for the register. */
  breakGlass<T>(agencyId: number, recordId: string, work: (trx: Transaction) => Promise<T>): Promise<T>
  /**
   * One transaction as the owner of the tables: migrations, and rows of `partnership` and `agency`, which have no row-level security.
   * On a server the owner is bound by row-level security too, and no policy lets it through: rows of an agency are written with `inAgency`.
   */
  asOwner<T>(work: (trx: Transaction) => Promise<T>): Promise<T>
  /**
   * Rows of these tables that were removed are gone from the files too: from the tables' and from the log's. Embedded data only; a server's
   * files and logs are its administrator's, and go with the age of its backups.
   */
  readonly forgetRemoved?: (tables: readonly string[]) => Promise<void>
  close(): Promise<void>
}
