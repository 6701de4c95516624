/**
 * The thread in which the embedded engine runs: a long query here does not hold up the requests in the main thread.
 * It serves one connection; the main thread sends one batch of PostgreSQL's wire protocol at a time.
 */
import { openAsBlob } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { EngineAnswer, EngineRequest, EngineStart } from './engine-protocol.ts'
import { openFolder } from './open-folder.ts'

const open = async (start: EngineStart): Promise<PGlite> => {
  if (start.kind === 'folder') return openFolder(start.folder)
  return PGlite.create(start.dump === undefined ? {} : { loadDataDir: await openAsBlob(start.dump) })
}

const answerTo = async (engine: PGlite, request: EngineRequest): Promise<Uint8Array> => {
  switch (request.kind) {
    case 'exchange':
      return engine.execProtocolRaw(request.bytes)
    case 'dump':
      return new Uint8Array(await (await engine.dumpDataDir(request.compression)).arrayBuffer())
    case 'close':
      await engine.close()
      return new Uint8Array()
  }
}

const port = parentPort
if (!port) throw new Error('This file runs as a worker thread.')
const problem = (error: unknown): string => (error instanceof Error ? error.message : String(error))
/** The bytes change hands without a copy; a view on a larger memory is copied first, or all of that would go. */
const reply = (answer: EngineAnswer): void => {
  if (answer.kind !== 'answer') port.postMessage(answer)
  else {
    const bytes = answer.bytes.slice()
    port.postMessage({ ...answer, bytes }, [bytes.buffer])
  }
}

const opened = open(workerData as EngineStart)
opened.then(
  () => {
    reply({ kind: 'ready' })
  },
  (error: unknown) => {
    reply({ kind: 'not-opened', problem: problem(error) })
  },
)
port.on('message', (request: EngineRequest) => {
  const { id } = request
  opened
    .then((engine) => answerTo(engine, request))
    .then(
      (bytes) => {
        reply({ kind: 'answer', id, bytes })
      },
      (error: unknown) => {
        reply({ kind: 'fault', id, problem: problem(error) })
      },
    )
    .finally(() => {
      if (request.kind === 'close') port.close()
    })
})
