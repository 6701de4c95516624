import { Worker } from 'node:worker_threads'
import type { EngineAnswer, EngineRequest, EngineStart } from './engine-protocol.ts'

type Unnumbered = EngineRequest extends infer R ? (R extends EngineRequest ? Omit<R, 'id'> : never) : never

/** The embedded engine in its own thread. */
export interface Engine {
  exchange(bytes: Uint8Array): Promise<Uint8Array>
  /** The whole data directory as a tar file. */
  dump(compression: 'gzip' | 'none'): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Starts the thread and answers when the engine has opened its data; rejects with the engine's own words when it cannot. */
export const startEngine = (start: EngineStart, workerFile: URL): Promise<Engine> =>
  new Promise((opened, failed) => {
    const worker = new Worker(workerFile, { workerData: start })
    const waiting = new Map<number, Waiting>()
    let stopped: Error | undefined
    let ids = 0

    const stop = (error: Error): void => {
      stopped ??= error
      failed(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    const ask = (request: Unnumbered): Promise<Uint8Array> =>
      new Promise((resolve, reject) => {
        if (stopped) {
          reject(stopped)
          return
        }
        const id = ++ids
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...request, id })
      })
    const engine: Engine = {
      exchange: (bytes) => ask({ kind: 'exchange', bytes }),
      dump: (compression) => ask({ kind: 'dump', compression }),
      close: async () => {
        await ask({ kind: 'close' })
        await worker.terminate()
      },
    }

    worker.on('message', (answer: EngineAnswer) => {
      if (answer.kind === 'ready') opened(engine)
      else if (answer.kind === 'not-opened') {
        stop(new Error(answer.problem))
        void worker.terminate()
      } else {
        const one = waiting.get(answer.id)
        waiting.delete(answer.id)
        if (answer.kind === 'answer') one?.resolve(answer.bytes)
        else one?.reject(new Error(answer.problem))
      }
    })
    worker.on('error', stop)
    worker.on('exit', (code) => {
      stop(new Error(`The embedded database has stopped (exit code ${code.toString()}).`))
    })
  })
