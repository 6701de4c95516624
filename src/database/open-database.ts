import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { assertMigrated, migrate } from './migrate.ts'
import { openServer } from './server-database.ts'

/** The part of the configuration that the database needs; the whole one fits. */
export interface DatabaseSettings {
  readonly mode: 'local' | 'production'
  readonly dataDir: string
  /** a PostgreSQL server; absent: the embedded database in dataDir */
  readonly databaseUrl: string | undefined
  /** the owner's login, which runs the migrations; a live service needs it at `npm run migrate` only */
  readonly databaseOwnerUrl: string | undefined
}

const openServerDatabase = async ({ mode, databaseUrl, databaseOwnerUrl }: DatabaseSettings & { readonly databaseUrl: string }): Promise<Database> => {
  const database = openServer(databaseUrl, databaseOwnerUrl)
  try {
    if (mode === 'local' || databaseOwnerUrl !== undefined) {
      await migrate(database)
      await database.grantRolesToApp()
    }
    if (mode === 'production') await database.assertHarmlessLogin()
    await assertMigrated(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * Opens the register and brings its schema up to date where it may: embedded, in local mode, or with the owner's login.
 * Otherwise throws a sentence when the schema is not this version's, and in production when the login could go round row-level security.
 */
export const openDatabase = async (settings: DatabaseSettings): Promise<Database> => {
  const { databaseUrl } = settings
  if (databaseUrl !== undefined) return openServerDatabase({ ...settings, databaseUrl })
  const database = await openEmbedded(settings.dataDir)
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
