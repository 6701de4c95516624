import type { Kysely } from 'kysely'

/**
 * A running transaction that already is somebody: role, agency and partnership are set, so that row-level security decides.
 * Each store names its own tables: `trx.withTables<ChildTables>()`. There is no type that knows every table
 * (a `type`, not an `interface`, or the compiler refuses it).
 */
export type Transaction = Kysely<Record<never, never>>
