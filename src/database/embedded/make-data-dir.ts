import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const isFolder = (path: string): boolean | undefined => statSync(path, { throwIfNoEntry: false })?.isDirectory()

/**
 * Makes DATA_DIR with the folders above it, one by one: Node's own recursive way never comes back where one of them can be neither found
 * nor made (/proc/nope).
 * @throws Error with a sentence that names DATA_DIR
 */
export const makeDataDir = (dataDir: string): void => {
  const missing: string[] = []
  try {
    let path = resolve(dataDir)
    while (isFolder(path) === undefined) {
      missing.unshift(path)
      path = dirname(path)
    }
    if (isFolder(path) === false) throw new Error(`${path} is a file.`)
    for (const folder of missing) mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    throw new Error(`DATA_DIR cannot be used: ${dataDir} is no folder, and none can be made there. Name a folder that this user may write.`, { cause: error })
  }
}
