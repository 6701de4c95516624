import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openDatabase, type DatabaseSettings } from '../../src/database/open-database.ts'
import { addressOf, onServer } from '../support/server-database.ts'

const serverUrl = process.env['TEST_DATABASE_URL'] ?? ''
/* Only a server has logins: jest's config for the embedded engine leaves this file out. */
test('a live service runs as a login that owns nothing, with the schema made by another one', async () => {
  const name = `family_login_${randomBytes(4).toString('hex')}`
  const [owner, app] = [`${name}_owner`, `${name}_app`]
  await onServer(serverUrl, `create role ${owner} login createrole password 'x'`)
  await onServer(serverUrl, `create role ${app} login noinherit password 'x'`)
  await onServer(serverUrl, `grant ${owner}, ${app} to current_user`)
  await onServer(serverUrl, `create database ${name} owner ${owner}`)
  const [{ super: isSuper } = { super: 'off' }] = await onServer(serverUrl, `select current_setting('is_superuser') as super`)
  const as = (login: string): string => {
    const url = new URL(addressOf(serverUrl, name))
    ;[url.username, url.password] = [login, 'x']
    return url.href
  }
  const settings = (databaseUrl: string, databaseOwnerUrl?: string): DatabaseSettings => ({
    mode: 'production',
    dataDir: '/nowhere',
    databaseUrl,
    databaseOwnerUrl,
  })
  try {
    await expect(openDatabase(settings(as(app)))).rejects.toThrow('Run: npm run migrate, with DATABASE_OWNER_URL set.')
    await expect(openDatabase(settings(addressOf(serverUrl, name)))).rejects.toThrow(isSuper === 'on' ? 'of DATABASE_URL is a superuser' : 'npm run migrate')
    await expect(openDatabase(settings(as(owner), as(owner)))).rejects.toThrow("owns the register's tables")
    await (await openDatabase(settings(as(app), as(owner)))).close()

    const database = await openDatabase(settings(as(app)))
    try {
      await database.asNamedJob('sign-in', (trx) => sql`select * from worker`.execute(trx))
      await database.inAgency(1, 1, (trx) => sql`select * from child`.execute(trx))
      // even with its own role back, this login has no right to a table
      await expect(database.inAgency(1, 1, (trx) => sql.raw('reset role; select * from child').execute(trx))).rejects.toThrow('permission denied')
      await expect(database.asOwner((trx) => sql`select * from child`.execute(trx))).rejects.toThrow('permission denied')
    } finally {
      await database.close()
    }
  } finally {
    await onServer(serverUrl, `drop database ${name} with (force)`)
    for (const role of [app, owner]) {
      await onServer(serverUrl, `reassign owned by ${role} to current_user`)
      await onServer(serverUrl, `drop owned by ${role}`)
      await onServer(serverUrl, `drop role ${role}`)
    }
  }
})
