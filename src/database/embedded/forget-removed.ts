import type { Pool } from 'pg'

/**
 * Writes the tables anew without what was removed from them, and leaves the log behind that still had it: the engine deletes a file of
 * the log once a checkpoint no longer needs it (wal_recycle=off in open-folder.ts). No backup that is made afterwards holds a removed row.
 */
export const forgetRemoved =
  (pool: Pool) =>
  async (tables: readonly string[]): Promise<void> => {
    for (const table of tables) {
      if (!/^[a-z_]+$/u.test(table)) throw new Error('That is no name of a table.')
      await pool.query(`vacuum full ${table}`)
    }
    await pool.query('checkpoint')
    await pool.query('select pg_switch_wal()')
    await pool.query('checkpoint')
  }
