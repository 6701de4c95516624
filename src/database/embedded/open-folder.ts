import { PGlite } from '@electric-sql/pglite'
import { DurableFileSystem } from './durable-file-system.ts'

/** PGlite starts with -F (never sync) of its own accord; `wal_sync_method` must be fsync, because its fdatasync does nothing. */
const DURABLE = [
  ...PGlite.defaultStartParams.filter((one) => one !== '-F'),
  ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'wal_sync_method=fsync'],
  // a file of the log that is used again keeps what it held until that is written over: what was purged would lie in it (forget-removed.ts)
  ...['-c', 'wal_recycle=off'],
]

/** Opens a data folder that exists; throws where commits would not reach the disk. */
export const openFolder = async (folder: string): Promise<PGlite> => {
  const files = new DurableFileSystem(folder)
  const engine = await PGlite.create({ fs: files, startParams: DURABLE })
  const before = files.syncs
  // writes to the log and nowhere else, so that its commit must wait for the disk
  await engine.exec(`select pg_logical_emit_message(true, 'family-finding', 'does a commit reach the disk?')`)
  if (files.syncs > before) return engine
  await engine.close()
  throw new Error('The embedded database does not write its commits to the disk here, so it is not opened. Set DATABASE_URL to a PostgreSQL server.')
}
