import type { WorkerId } from '../../core/ids.ts'
import { compared } from '../../trackers/clean.ts'

export interface KnownWorker {
  readonly id: WorkerId
  readonly name: string
}

const wordsOf = (name: string): readonly string[] =>
  compared(name)
    .replaceAll(/[^\p{L}' -]/gu, ' ')
    .replaceAll(/^(?:mr|mrs|ms|miss|mx|dr) /gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '')

/** The worker of this name, or with this initial and family name (`P. Lundy`); undefined where it is nobody, or fits several. */
export type WorkerNamed = (name: string) => KnownWorker | undefined

/** Who is called what, worked out once for all rows of a file. */
export const workersByName = (workers: readonly KnownWorker[]): WorkerNamed => {
  const whole = new Map<string, KnownWorker[]>()
  const short = new Map<string, KnownWorker[]>()
  const note = (names: Map<string, KnownWorker[]>, name: string, worker: KnownWorker): void => {
    const same = names.get(name)
    if (same) same.push(worker)
    else names.set(name, [worker])
  }
  for (const worker of workers) {
    const [given = '', ...family] = wordsOf(worker.name)
    note(whole, [given, ...family].join(' '), worker)
    if (family.length > 0) note(short, [given.charAt(0), ...family].join(' '), worker)
  }
  return (name) => {
    const said = wordsOf(name)
    const isShort = said.length > 1 && said[0]?.length === 1
    const found = whole.get(said.join(' ')) ?? (isShort ? short.get(said.join(' ')) : undefined)
    return found?.length === 1 ? found[0] : undefined
  }
}
