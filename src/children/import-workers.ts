import type { WorkerId } from '../core/ids.ts'
import { compared } from '../trackers/clean.ts'

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
export const workerNamed = (name: string, workers: readonly KnownWorker[]): KnownWorker | undefined => {
  const said = wordsOf(name)
  const same = workers.filter((worker) => wordsOf(worker.name).join(' ') === said.join(' '))
  if (same.length > 0) return same.length === 1 ? same[0] : undefined
  const [first = '', ...rest] = said
  if (first.length !== 1 || rest.length === 0) return undefined
  const alike = workers.filter((worker) => {
    const [given = '', ...family] = wordsOf(worker.name)
    return given.startsWith(first) && family.join(' ') === rest.join(' ')
  })
  return alike.length === 1 ? alike[0] : undefined
}
