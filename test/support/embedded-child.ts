import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { prepared } from './prepared.ts'

export interface EmbeddedChild {
  readonly pid: number
  /** what it said so far, line by line */
  readonly lines: readonly string[]
  /** Waits until it has said so many lines, or has ended. */
  said(count: number): Promise<void>
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

const SCRIPT = join(__dirname, 'embedded-child.mjs')

const running = new Set<ChildProcess>()

/** For `afterEach`: ends what a failed test left running. */
export const endEmbeddedChildren = (): void => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
}

/** Starts a process that opens the embedded register in this folder. */
export const startEmbeddedChild = (dataDir: string, task: 'write' | 'hold'): EmbeddedChild => {
  const child = spawn(process.execPath, [SCRIPT, prepared('FF_TEST_BUILD'), dataDir, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const lines: string[] = []
  const output = createInterface({ input: child.stdout })
  output.on('line', (line) => lines.push(line))
  const closed = once(output, 'close')
  const ended = once(child, 'exit')
  const said = async (count: number): Promise<void> => {
    while (lines.length < count) if ((await Promise.race([once(output, 'line'), closed.then(() => 'closed')])) === 'closed') return
  }
  return {
    pid: child.pid ?? 0,
    lines,
    said,
    end: async (signal) => {
      child.kill(signal)
      await ended
      await closed
      running.delete(child)
    },
  }
}
