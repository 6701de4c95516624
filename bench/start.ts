import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const residentMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024
}

/** Fields 14 and 15, in hundredths of a second; the second field is a name in brackets that may hold anything. */
const processorSeconds = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

interface Start {
  /** from spawn to the first `ready` */
  readonly seconds: number
  /** of all threads until then: what stays the same on a busy machine */
  readonly processorSeconds: number
  readonly megabytes: number
}

/** Starts the real app as `npm start` does: how long until it is ready, and resident memory after a few requests. */
export const startOnce = async (dataDir: string): Promise<Start> => {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'dist/src/main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Error(`The app ended with ${child.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const seconds = (performance.now() - started) / 1000
  const processor = await processorSeconds(child.pid ?? 0)
  for (const page of ['/local/', '/tab/', '/local/people']) await fetch(`http://127.0.0.1:${port}${page}`).then((answer) => answer.arrayBuffer())
  const megabytes = await residentMegabytes(child.pid ?? 0)
  child.kill('SIGTERM')
  await once(child, 'exit')
  return { seconds, processorSeconds: processor, megabytes }
}
