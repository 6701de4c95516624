import { Pool } from 'pg'
import * as z from 'zod'
import { columnTypes } from './column-types.ts'
import type { Database } from './database.ts'
import { scopedDatabase } from './scoped-database.ts'

/** Connections of one process; many processes share a server. */
const CONNECTIONS = 16

export const serverPool = (connectionString: string, max = CONNECTIONS): Pool => {
  const pool = new Pool({ connectionString, max, types: columnTypes, application_name: 'family-finding', connectionTimeoutMillis: 10_000 })
  // a connection that breaks while nobody uses it is replaced; without a listener it would end the process
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

const login = z.strictObject({ name: z.string(), superuser: z.boolean(), bypasses: z.boolean(), owns: z.boolean(), date_style: z.string() })
type Login = z.output<typeof login>

const loginOf = async (pool: Pool): Promise<Login> => {
  const { rows } = await pool.query(`select current_user as name, rolsuper as superuser, rolbypassrls as bypasses, current_setting('DateStyle') as date_style,
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'member')) as owns
    from pg_roles where rolname = current_user`)
  return login.parse(rows[0])
}

const problemOf = ({ superuser, bypasses, owns }: Login): string | undefined => {
  if (superuser) return 'is a superuser'
  if (bypasses) return 'has BYPASSRLS'
  return owns ? "owns the register's tables" : undefined
}

/** Without this the second wall would be open: row-level security does not hold such a login once it resets its role. */
const assertHarmless = async (pool: Pool): Promise<void> => {
  const found = await loginOf(pool)
  const problem = problemOf(found)
  if (problem !== undefined)
    throw new Error(
      `The login ${found.name} of DATABASE_URL ${problem}. Make one that owns nothing (create role family_finding login noinherit password '…') ` +
        'for DATABASE_URL, and put the owner into DATABASE_OWNER_URL.',
    )
}

/** Lets the app's login become the roles of the register, and nothing more: it inherits no right of theirs where the server can say so. */
const grantRoles = async (owner: Pool, app: Pool): Promise<void> => {
  const { name } = await loginOf(app)
  const { rows } = await owner.query<{ version: string; quoted: string; same: boolean }>(
    `select current_setting('server_version_num') as version, quote_ident($1) as quoted, current_user = $1 as same`,
    [name],
  )
  const [facts] = rows
  if (!facts || facts.same) return
  const how = Number(facts.version) >= 160_000 ? ' with inherit false, set true' : ''
  await owner.query(`grant ff_app, ff_sign_in, ff_dispatch, ff_seal, ff_break_glass, ff_purge to ${facts.quoted}${how}`)
}

export interface ServerDatabase extends Database {
  /** After the migrations, where the owner's address is known. */
  readonly grantRolesToApp: () => Promise<void>
  /** Throws a sentence when the app's login could go round row-level security. */
  readonly assertHarmlessLogin: () => Promise<void>
}

/** @param ownerUrl where the owner of the tables is another login than the app's */
export const openServer = (databaseUrl: string, ownerUrl: string | undefined): ServerDatabase => {
  const app = serverPool(databaseUrl)
  const owner = ownerUrl === undefined ? app : serverPool(ownerUrl, 2)
  const close = async (): Promise<void> => {
    await app.end()
    if (owner !== app) await owner.end()
  }
  return {
    ...scopedDatabase({ engine: 'postgres', app, owner, close }),
    grantRolesToApp: () => (owner === app ? Promise.resolve() : grantRoles(owner, app)),
    assertHarmlessLogin: () => assertHarmless(app),
  }
}
