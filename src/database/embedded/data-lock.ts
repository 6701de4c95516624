import { randomBytes } from 'node:crypto'
import { linkSync, openSync, closeSync, fsyncSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { errorCode } from '../error-code.ts'
import { isProvablyDead, processIdentity, thisProcess, type ProcessIdentity } from './process-identity.ts'

/** Why the data cannot be opened now, in a sentence for the person who tried. */
export class DataInUse extends Error {
  override readonly name = 'DataInUse'
}

export interface DataLock {
  release(): void
}

/** The lock appears whole or not at all: the text is on the disk before the file gets its name, which only one process can give it. */
const createWhole = (file: string, text: string): boolean => {
  const own = `${file}.${process.pid.toString()}.${randomBytes(4).toString('hex')}`
  const opened = openSync(own, 'wx', 0o600)
  try {
    writeSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

const holderIn = (text: string): ProcessIdentity | undefined => {
  try {
    return processIdentity.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

const inUse = (file: string, holder: ProcessIdentity | undefined): DataInUse => {
  if (!holder) return new DataInUse(`The lock file ${file} cannot be read. If no other process uses this DATA_DIR, delete that file.`)
  const elsewhere = holder.hostname === thisProcess().hostname ? '' : ` on ${holder.hostname}`
  const gone = elsewhere === '' ? '' : ` If that machine or container is gone for good, delete ${file}.`
  return new DataInUse(`DATA_DIR is in use by process ${holder.pid.toString()}${elsewhere}. Stop it, or set DATA_DIR to another folder.${gone}`)
}

/**
 * Replaces the lock of a dead process. Two that try at once must not both succeed: a second file lets one of them in, and that one
 * looks again whether the lock still is the dead one's.
 */
const takeOver = (file: string, dead: string, mine: string): boolean => {
  const door = `${file}.takeover`
  if (!createWhole(door, mine)) {
    const other = holderIn(readText(door) ?? '')
    if (other && isProvablyDead(other))
      throw new DataInUse(`A process died while it took over ${file}. If no other process uses this DATA_DIR, delete ${door}.`)
    throw inUse(file, other)
  }
  try {
    if (readText(file) !== dead) return false
    const fresh = `${file}.fresh`
    rmSync(fresh, { force: true })
    createWhole(fresh, mine)
    renameSync(fresh, file)
    return true
  } finally {
    rmSync(door, { force: true })
  }
}

/**
 * Holds a data folder for this process: two processes on one embedded database lose records in silence. The lock of a process
 * that is provably dead on this host is taken over; otherwise throws DataInUse.
 * @param file beside the data folder, in a folder that exists
 */
export const lockData = (file: string): DataLock => {
  const mine = JSON.stringify(thisProcess())
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createWhole(file, mine)) return release(file)
    const text = readText(file)
    if (text === undefined) continue
    const holder = holderIn(text)
    if (!holder || !isProvablyDead(holder)) throw inUse(file, holder)
    if (takeOver(file, text, mine)) return release(file)
  }
  throw inUse(file, holderIn(readText(file) ?? ''))
}

/** Once only: by the second time the file may be another process's. */
const release = (file: string): DataLock => {
  let held = true
  return {
    release: () => {
      if (held) rmSync(file, { force: true })
      held = false
    },
  }
}
