import type { WorkerId } from '../core/ids.ts'
import type { PurgeProblem, RetentionState } from './retention-kinds.ts'

export interface Filed {
  readonly recordHash: string
  readonly filedBy: WorkerId
}

interface Asked {
  readonly state: RetentionState
  /** exports that somebody confirmed as filed in the agency's own record */
  readonly filed: readonly Filed[]
  /** of the record as it is at this moment */
  readonly recordHash: string
  readonly requestedBy: WorkerId
}

/**
 * Why a record may not be purged: somebody holds it; its time is not over; the agency's own record does not have it as it is now; or the
 * one who asks is the only one who says that it does. A purge cannot be undone, so it takes two people.
 */
export const whyNotPurged = ({ state, filed, recordHash, requestedBy }: Asked): PurgeProblem | undefined => {
  if (state === 'held') return 'held'
  if (state !== 'due') return 'not-due'
  if (filed.length === 0) return 'not-filed'
  const current = filed.filter((one) => one.recordHash === recordHash)
  if (current.length === 0) return 'changed-since-filed'
  return current.every(({ filedBy }) => filedBy === requestedBy) ? 'same-person' : undefined
}

/** For the person who asked. */
export const PROBLEM_SENTENCES: Readonly<Record<PurgeProblem, string>> = {
  held: 'Somebody holds this record. It can be purged once every hold is lifted.',
  'not-due': 'The time for which your agency keeps this record is not over.',
  'not-filed': 'Nobody has confirmed that this record is filed in your agency’s own record. Export it and have it filed first.',
  'changed-since-filed': 'The record was changed after it was filed. Export it again and have that filed.',
  'same-person': 'You confirmed that it is filed. Somebody else asks for the purge, so that two people have looked.',
}
