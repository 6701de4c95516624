import type { Transaction } from './transaction.ts'

/** The named jobs with a database role of their own (design 3.5). */
export type NamedJob = 'sign-in' | 'dispatch' | 'seal'

/** Which grant opens which agency's record, and the moment at which it must still run. */
export interface GlassOpening {
  readonly ownerAgencyId: number
  readonly grantId: string
  readonly at: Date
}

/**
 * An open database: a PostgreSQL server or the embedded PGlite. Only the database room holds one and opens transactions;
 * everybody else gets a scope from a Register.
 */
export interface Database {
  readonly engine: 'postgres' | 'pglite'
  /** One transaction as role ff_app in one agency and partnership. */
  inAgency<T>(agencyId: number, partnershipId: number, work: (trx: Transaction) => Promise<T>): Promise<T>
  /** The same in the partnership that the agency belongs to, looked up as the transaction begins. Throws for an agency that is none. */
  inOwnPartnership<T>(agencyId: number, work: (trx: Transaction) => Promise<T>): Promise<T>
  /** One transaction as a named job's own role; no agency is set. */
  asNamedJob<T>(job: NamedJob, work: (trx: Transaction) => Promise<T>): Promise<T>
  /**
   * One transaction as the break-glass role: of the owner's agency the one record that the grant names, read-only. Undefined, and no work
   * done, where that agency knows no such grant or its time is over.
   */
  breakGlass<T>(opening: GlassOpening, work: (trx: Transaction) => Promise<T>): Promise<T | undefined>
  /**
   * One transaction as the owner of the tables: migrations, and rows of `partnership` and `agency`, which have no row-level security.
   * On a server the owner is bound by row-level security too, and no policy lets it through: rows of an agency are written with `inAgency`.
   */
  asOwner<T>(work: (trx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}
