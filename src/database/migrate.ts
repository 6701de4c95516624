import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Database } from './database.ts'
import { errorCode } from './error-code.ts'
import type { Transaction } from './transaction.ts'

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

const appliedRow = z.strictObject({ name: z.string(), checksum: z.string() })

const forcedRow = z.strictObject({ name: z.string() })

const FOLDER = new URL('./migrations/', import.meta.url)
const ROLES = new URL('./roles.sql', import.meta.url)

const readMigrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(FOLDER)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/u.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Holds the one row of the lock until the end of the transaction: two processes that start at once migrate one after the other. */
const takeLock = async (trx: Transaction): Promise<void> => {
  await sql`create table if not exists schema_lock (id int primary key)`.execute(trx)
  await sql`create table if not exists schema_migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(
    trx,
  )
  await sql`insert into schema_lock (id) values (1) on conflict do nothing`.execute(trx)
  await sql`select id from schema_lock where id = 1 for update`.execute(trx)
}

/** The migrations that have not run. Throws a sentence when one that has was changed, or is not known here. */
const pendingOf = async (trx: Transaction, migrations: readonly Migration[]): Promise<readonly Migration[]> => {
  const applied = new Map(
    z
      .array(appliedRow)
      .parse((await sql`select name, checksum from schema_migration`.execute(trx)).rows)
      .map((row) => [row.name, row.checksum]),
  )
  const unknown = [...applied.keys()].find((name) => !migrations.some((migration) => migration.name === name))
  if (unknown !== undefined) throw new Error(`The register was made by a newer version of this app (it has ${unknown}). Start that version.`)
  for (const migration of migrations)
    if (applied.has(migration.name) && applied.get(migration.name) !== migration.checksum)
      throw new Error(`${migration.name} is not the file that this register was made with. Restore the file; a change of the schema is a new file.`)
  return migrations.filter((migration) => !applied.has(migration.name))
}

const forcedTables = async (trx: Transaction): Promise<readonly string[]> =>
  z
    .array(forcedRow)
    .parse(
      (
        await sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity order by 1`.execute(
          trx,
        )
      ).rows,
    )
    .map(({ name }) => name)

const migrateOnce = (database: Database, migrations: readonly Migration[]): Promise<readonly string[]> =>
  database.asOwner(async (trx) => {
    await takeLock(trx)
    const pending = await pendingOf(trx, migrations)
    // rows are moved by migrations: an owner that is no superuser is bound by forced row-level security too, and would move none
    const forced = pending.length === 0 ? [] : await forcedTables(trx)
    for (const table of forced) await sql`alter table ${sql.table(table)} no force row level security`.execute(trx)
    for (const migration of pending) {
      await sql.raw(migration.text).execute(trx)
      await sql`insert into schema_migration (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(trx)
    }
    for (const table of forced) await sql`alter table if exists ${sql.table(table)} force row level security`.execute(trx)
    await sql`grant select on schema_migration to ff_sign_in`.execute(trx)
    return pending.map((migration) => migration.name)
  })

/** Throws a sentence when a migration of this version has not run; asks as the app, which may not run it. */
export const assertMigrated = async (database: Database): Promise<void> => {
  const names = await database
    .asNamedJob('sign-in', async (trx) => (await sql<{ name: string }>`select name from schema_migration`.execute(trx)).rows.map(({ name }) => name))
    .catch((error: unknown): string[] => {
      if (isUnmade(error)) return []
      throw error
    })
  const missing = (await readMigrations()).find(({ name }) => !names.includes(name))
  if (missing)
    throw new Error(`The register has not been brought up to this version (${missing.name} is missing). Run: npm run migrate, with DATABASE_OWNER_URL set.`)
}

/** A look without the lock, as the app: most starts find nothing to do. */
const isUpToDate = (database: Database, migrations: readonly Migration[]): Promise<boolean> =>
  database
    .asNamedJob('sign-in', async (trx) => (await pendingOf(trx, migrations)).length === 0)
    .catch((error: unknown) => {
      if (isUnmade(error)) return false
      throw error
    })

/** Makes the roles where they are missing. They belong to the whole server, so this runs apart from the migrations. */
export const makeRoles = async (database: Database): Promise<void> => {
  const text = await readFile(ROLES, 'utf8')
  await database.asOwner((trx) => sql.raw(text).execute(trx))
}

/** No table of migrations yet, no roles yet, or not granted to this login yet. */
const isUnmade = (error: unknown): boolean => ['42P01', '42704', '42501', '22023'].includes(errorCode(error) ?? '')

/** Another process made the same table in the same moment. */
const lostRace = (error: unknown): boolean => ['23505', '42P07'].includes(errorCode(error) ?? '')

/**
 * Brings the schema up to date, in one transaction; answers the files that it ran. Safe to run from several processes at once.
 * Throws when a file that has already run was changed, or when the register knows a newer one.
 */
export const migrate = async (database: Database): Promise<readonly string[]> => {
  const migrations = await readMigrations()
  if (await isUpToDate(database, migrations)) return []
  await makeRoles(database)
  return migrateOnce(database, migrations).catch((error: unknown) => {
    if (lostRace(error)) return migrateOnce(database, migrations)
    throw error
  })
}
