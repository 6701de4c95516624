import { useState } from 'react'

/**
 * What a form shows: the newest of the record, and above it what this person has changed. `changes` is that alone, so that a record
 * which somebody else changed meanwhile keeps everything that this person did not touch.
 */
export const useDraft = <T extends object>(record: T, changed: () => void) => {
  const [changes, setChanges] = useState<Partial<T>>({})
  return {
    values: { ...record, ...changes } satisfies T,
    changes,
    isTouched: Object.keys(changes).length > 0,
    set: (change: Partial<T>) => {
      setChanges({ ...changes, ...change })
      changed()
    },
  }
}
