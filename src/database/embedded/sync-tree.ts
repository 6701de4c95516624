import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const syncPath = (path: string, flags: 'r' | 'r+'): void => {
  const opened = openSync(path, flags)
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** The names in a folder; Windows keeps them by itself and opens no folder. */
export const syncFolder = (folder: string): void => {
  if (process.platform !== 'win32') syncPath(folder, 'r')
}

/** Every file and folder below, then the folder itself. */
export const syncTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path, 'r+')
  }
  syncFolder(folder)
}
