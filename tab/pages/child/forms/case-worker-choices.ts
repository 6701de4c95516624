import type { CaseWorkers } from '../../../api/administration-queries.ts'
import { list } from '../../../text/numbers.ts'
import { ROLE_WORDS } from '../../../text/roles.ts'

export interface RecordedWorker {
  readonly id: string | null
  readonly name: string | null
}

/** Nobody, everybody who can have the case, and whoever has it: they may have left, or have no such role any more. */
export const caseWorkerChoices = (people: CaseWorkers, recorded: RecordedWorker): readonly { readonly value: string; readonly words: string }[] => {
  const isListed = people.some(({ id }) => id === recorded.id)
  return [
    { value: '', words: 'Nobody yet' },
    ...(recorded.id === null || isListed ? [] : [{ value: recorded.id, words: `${recorded.name ?? 'Somebody'} (as recorded)` }]),
    ...people.map(({ id, name, roles }) => ({ value: id, words: `${name} (${list(roles.map((role) => ROLE_WORDS[role].toLowerCase()))})` })),
  ]
}
