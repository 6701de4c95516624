import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Undefined when there is no such file yet. */
export const readStateFile = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Written whole beside the old one, synced, then renamed over it: a kill leaves the old file or the new one, never half. */
const replaceFile = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** One JSON file with one writer at a time; a save that waits takes the newest state with it. */
export const stateFile = (path: string) => {
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined

  const save = (state: () => unknown): Promise<void> => {
    waiting ??= running.then(() => {
      waiting = undefined
      running = replaceFile(path, JSON.stringify(state()))
      return running
    })
    return waiting
  }
  const settled = async (): Promise<void> => {
    await (waiting ?? running)
  }
  return { save, settled }
}
