/**
 * Runs as a child process: `initialise.js FOLDER [DUMP]` makes a data folder, new or from a dump, and has all of it on the disk before it ends.
 * A process of its own, because the engine's memory never shrinks again after this.
 */
import { openAsBlob } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { syncTree } from './sync-tree.ts'

const [folder, dump] = process.argv.slice(2)
if (folder === undefined) throw new Error('initialise.js FOLDER [DUMP]')
const engine = await PGlite.create({ dataDir: folder, ...(dump === undefined ? {} : { loadDataDir: await openAsBlob(dump) }) })
await engine.exec('checkpoint')
await engine.close()
syncTree(folder)
