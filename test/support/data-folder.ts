import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openEmbedded, type EmbeddedDatabase } from '../../src/database/embedded/open-embedded.ts'
import { prepared } from './prepared.ts'

/** Does something with an empty folder and removes it. */
export const inDataFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'family-finding-data-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The embedded register, with its thread and child process from the files that the global set-up built. */
export const openEmbeddedHere = (dataDir: string): Promise<EmbeddedDatabase> =>
  openEmbedded(dataDir, pathToFileURL(join(prepared('FF_TEST_BUILD'), 'src/database/embedded/')))
