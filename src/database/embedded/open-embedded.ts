import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Database } from '../database.ts'
import { scopedDatabase } from '../scoped-database.ts'
import { lockData } from './data-lock.ts'
import { embeddedPool } from './embedded-pool.ts'
import { startEngine, type Engine } from './engine.ts'
import { forgetRemoved } from './forget-removed.ts'
import { makeDataDir } from './make-data-dir.ts'
import { makeDataFolder } from './make-data-folder.ts'

/** Where in DATA_DIR the engine's own files are, and the lock beside them. */
export const registerFolder = (dataDir: string): string => join(dataDir, 'register')
export const lockFile = (dataDir: string): string => join(dataDir, 'register.lock')

/** The folder of the built files, of which the engine's thread and the child process are two. */
export const BUILT = new URL('./', import.meta.url)

const CHECKPOINT_EVERY_MS = 5 * 60_000

export interface EmbeddedDatabase extends Database {
  /** The whole register as a gzipped tar file, taken between two transactions. */
  dump(): Promise<Uint8Array>
}

/** Keeps the log short, so that the start after a crash stays quick. */
const checkpointNowAndThen = (pool: Pool): (() => void) => {
  const timer = setInterval(() => {
    // a failed one is tried again; the log still holds everything
    pool.query('checkpoint').catch(() => undefined)
  }, CHECKPOINT_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

const overEngine = (engine: Engine, release: () => void): EmbeddedDatabase => {
  const pool = embeddedPool((bytes) => engine.exchange(bytes))
  const stopCheckpoints = checkpointNowAndThen(pool)
  const close = async (): Promise<void> => {
    stopCheckpoints()
    try {
      await pool.query('checkpoint')
      await pool.end()
      await engine.close()
    } finally {
      release()
    }
  }
  const dump = async (): Promise<Uint8Array> => {
    // holds the one connection, so that no transaction is half done in the dump
    const client = await pool.connect()
    try {
      await client.query('checkpoint')
      return await engine.dump('gzip')
    } finally {
      client.release()
    }
  }
  return { ...scopedDatabase({ engine: 'pglite', app: pool, owner: pool, close }), dump, forgetRemoved: forgetRemoved(pool) }
}

/**
 * Opens the register embedded in DATA_DIR; makes it where there is none. Its engine runs in a thread of its own.
 * @throws DataInUse with a sentence when another process has it open
 */
export const openEmbedded = async (dataDir: string, code: URL = BUILT): Promise<EmbeddedDatabase> => {
  makeDataDir(dataDir)
  const lock = lockData(lockFile(dataDir))
  const release = (): void => {
    lock.release()
  }
  try {
    const folder = registerFolder(dataDir)
    if (!existsSync(folder)) await makeDataFolder(folder, code)
    return overEngine(await startEngine({ kind: 'folder', folder }, new URL('worker.js', code)), release)
  } catch (error) {
    release()
    throw error
  }
}
