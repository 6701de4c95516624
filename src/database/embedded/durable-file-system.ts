import { fsyncSync } from 'node:fs'
import { dirname } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { PGlite } from '@electric-sql/pglite'
import { syncFolder } from './sync-tree.ts'

type ModuleOptions = Parameters<NodeFS['init']>[1]
type Prepare = NonNullable<ModuleOptions['preRun']>[number]

/** An open file as Emscripten's NODEFS keeps it; `nfd` is the real file descriptor. */
interface OpenFile {
  readonly nfd: number
  readonly node: object
}
interface NodeFileSystem {
  readonly realPath: (node: object) => string
  readonly stream_ops: { fsync?: (file: OpenFile) => number }
}

/**
 * PGlite's own NodeFS never syncs: Emscripten has no fsync for it, so that acknowledged commits are lost with the power
 * (electric-sql/pglite#1107). This one hands fsync through to the disk, and with a file's first one also syncs the folder that names it.
 * It leans on PGlite's inside: `openFolder` proves at each start that a commit raises the counter, and the version is pinned.
 */
export class DurableFileSystem extends NodeFS {
  /** how often the engine has had a file synced */
  syncs = 0

  override async init(engine: PGlite, options: ModuleOptions): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options)
    const prepare: Prepare = (module: object) => {
      const { NODEFS } = module as { readonly NODEFS: NodeFileSystem }
      const named = new Set<string>()
      NODEFS.stream_ops.fsync = (file) => {
        fsyncSync(file.nfd)
        this.syncs += 1
        const path = NODEFS.realPath(file.node)
        if (!named.has(path)) {
          syncFolder(dirname(path))
          named.add(path)
        }
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), prepare] } }
  }
}
