import { Pool } from 'pg'
import type { Database } from '../../src/database/database.ts'
import { scopedDatabase } from '../../src/database/scoped-database.ts'
import { serverPool } from '../../src/database/server-database.ts'

/** The address of another database of the same server. */
export const addressOf = (serverUrl: string, database: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Runs one statement that no transaction may hold (CREATE DATABASE, DROP DATABASE). */
export const onServer = async (serverUrl: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const pool = new Pool({ connectionString: serverUrl, max: 1 })
  try {
    return (await pool.query<Record<string, unknown>>(statement)).rows
  } finally {
    await pool.end()
  }
}

/** A database of the test server; `dropped` drops it when it is closed. */
export const openServerDatabase = (serverUrl: string, name: string, { dropped }: { dropped: boolean }): Database => {
  const pool = serverPool(addressOf(serverUrl, name), 8)
  const close = async (): Promise<void> => {
    await pool.end()
    if (dropped) await onServer(serverUrl, `drop database if exists ${name} with (force)`)
  }
  return scopedDatabase({ engine: 'postgres', app: pool, owner: pool, close })
}
