/**
 * The thread in which the embedded engine runs: a long query here does not hold up the requests in the main thread.
 * It serves one connection; the main thread sends one batch of PostgreSQL's wire protocol at a time.
 */
import { openAsBlob } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { EngineAnswer, EngineRequest, EngineStart } from './engine-protocol.ts'

const open = async (start: EngineStart): Promise<PGlite> => PGlite.create(start.dump === undefined ? {} : { loadDataDir: await openAsBlob(start.dump) })

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
const reply = (answer: EngineAnswer): void => {
  port.postMessage(answer)
}
const problem = (error: unknown): string => (error instanceof Error ? error.message : String(error))

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
  opened
    .then((engine) => answerTo(engine, request))
    .then(
      (bytes) => {
        reply({ kind: 'answer', id: request.id, bytes })
      },
      (error: unknown) => {
        reply({ kind: 'fault', id: request.id, problem: problem(error) })
      },
    )
    .finally(() => {
      if (request.kind === 'close') port.close()
    })
})
