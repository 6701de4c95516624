import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { syncFolder } from './sync-tree.ts'

/**
 * Makes a data folder, new or from a dump, under another name, and gives it its own only when it is whole: a process that dies
 * before leaves nothing behind that looks like a register. The caller holds the lock.
 */
export const makeDataFolder = async (folder: string, code: URL, dump?: string): Promise<void> => {
  const beside = dirname(folder)
  const unfinished = `${basename(folder)}.unfinished-`
  for (const name of readdirSync(beside)) if (name.startsWith(unfinished)) rmSync(join(beside, name), { recursive: true })
  const making = join(beside, unfinished + randomBytes(4).toString('hex'))
  const child = fileURLToPath(new URL('initialise.js', code))
  try {
    await promisify(execFile)(process.execPath, [child, making, ...(dump === undefined ? [] : [dump])])
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    throw new Error(dump === undefined ? `The embedded database could not be made in ${beside}.` : `${dump} could not be restored: it is no whole backup.`, {
      cause: error,
    })
  }
  renameSync(making, folder)
  syncFolder(beside)
}
