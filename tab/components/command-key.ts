import { useCallback, useState } from 'react'

const newKey = (): string => crypto.randomUUID()

/**
 * The idempotency key of one command: made when its form or dialog opens, kept while it is tried again, renewed when the
 * command changes or is done. Pressed twice, or sent again after a lost answer, it has one effect.
 */
export const useCommandKey = (): readonly [string, () => void] => {
  const [key, setKey] = useState(newKey)
  const renew = useCallback(() => setKey(newKey()), [])
  return [key, renew]
}
