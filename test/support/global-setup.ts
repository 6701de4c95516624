import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/database/migrate.ts'
import { buildFolder, buildRooms } from './build-database.ts'
import { addInspector } from './inspector.ts'
import { openMemoryDatabase } from './memory-database.ts'
import { onServer, openServerDatabase } from './server-database.ts'

const makeDump = async (): Promise<void> => {
  const { database, engine } = await openMemoryDatabase()
  await migrate(database)
  await addInspector(database)
  const dump = await engine.dump('none')
  const file = join(await mkdtemp(join(tmpdir(), 'family-finding-test-')), 'register.tar')
  await writeFile(file, dump)
  await database.close()
  process.env['FF_TEST_DUMP'] = file
}

const makeTemplate = async (serverUrl: string): Promise<void> => {
  const name = `ff_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `create database ${name}`)
  const database = openServerDatabase(serverUrl, name, { dropped: false })
  await migrate(database)
  await addInspector(database)
  await database.close()
  process.env['FF_TEST_TEMPLATE'] = name
}

/** Migrates once per run; each test file begins with a copy. */
export default async function prepare(): Promise<void> {
  const build = buildFolder(randomBytes(6).toString('hex'))
  await buildRooms(build)
  process.env['FF_TEST_BUILD'] = build

  const serverUrl = process.env['TEST_DATABASE_URL']
  await (serverUrl === undefined || serverUrl === '' ? makeDump() : makeTemplate(serverUrl))
}
