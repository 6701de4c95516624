import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { lockData } from './data-lock.ts'
import { makeDataFolder } from './make-data-folder.ts'
import { BUILT, lockFile, openEmbedded, registerFolder } from './open-embedded.ts'
import { syncFolder } from './sync-tree.ts'

const writeWhole = (file: string, bytes: Uint8Array): void => {
  const writing = `${file}.unfinished`
  const opened = openSync(writing, 'w', 0o600)
  try {
    writeSync(opened, bytes)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(writing, file)
  syncFolder(dirname(resolve(file)))
}

/**
 * Writes the embedded register into one gzipped tar file; answers its size in bytes.
 * Throws a sentence when there is no register, when a server has it open, or when the file is there already.
 */
export const writeBackup = async (dataDir: string, file: string, code: URL = BUILT): Promise<number> => {
  if (!existsSync(registerFolder(dataDir))) throw new Error(`There is no register in ${dataDir}.`)
  if (existsSync(file)) throw new Error(`${file} is there already. Name a new file.`)
  const database = await openEmbedded(dataDir, code)
  try {
    const bytes = await database.dump()
    writeWhole(file, bytes)
    return bytes.length
  } finally {
    await database.close()
  }
}

/** Makes the register of a backup in a folder that has none. Throws a sentence when it has one, or when the file is no whole backup. */
export const restoreBackup = async (dataDir: string, file: string, code: URL = BUILT): Promise<void> => {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockData(lockFile(dataDir))
  const folder = registerFolder(dataDir)
  try {
    if (existsSync(folder)) throw new Error(`${dataDir} already holds a register. Set DATA_DIR to an empty folder, or move ${folder} away.`)
    await makeDataFolder(folder, code, resolve(file))
  } finally {
    lock.release()
  }
}
