import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Database } from '../../src/database/database.ts'
import { embeddedPool } from '../../src/database/embedded/embedded-pool.ts'
import { startEngine, type Engine } from '../../src/database/embedded/engine.ts'
import { scopedDatabase } from '../../src/database/scoped-database.ts'
import { prepared } from './prepared.ts'

/** A database in memory, from a dump where one is given. Its engine runs in a thread, outside jest's module system. */
export const openMemoryDatabase = async (dump?: string): Promise<{ readonly database: Database; readonly engine: Engine }> => {
  const worker = pathToFileURL(join(prepared('FF_TEST_BUILD'), 'src/database/embedded/worker.js'))
  const engine = await startEngine({ kind: 'memory', ...(dump === undefined ? {} : { dump }) }, worker)
  const pool = embeddedPool((bytes) => engine.exchange(bytes))
  const close = async (): Promise<void> => {
    await pool.end()
    await engine.close()
  }
  return { database: scopedDatabase({ engine: 'pglite', app: pool, owner: pool, close }), engine }
}
