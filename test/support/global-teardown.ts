import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onServer } from './server-database.ts'

/** Removes what the set-up made, and the copies of test files that did not close theirs. */
export default async function tidy(): Promise<void> {
  const build = process.env['FF_TEST_BUILD']
  if (build !== undefined) await rm(build, { recursive: true, force: true })
  const dump = process.env['FF_TEST_DUMP']
  if (dump !== undefined) await rm(dirname(dump), { recursive: true, force: true })
  const serverUrl = process.env['TEST_DATABASE_URL']
  const template = process.env['FF_TEST_TEMPLATE']
  if (serverUrl === undefined || template === undefined) return
  for (const { datname } of await onServer(serverUrl, `select datname from pg_database where datname like '${template}%'`))
    await onServer(serverUrl, `drop database if exists ${String(datname)} with (force)`)
}
