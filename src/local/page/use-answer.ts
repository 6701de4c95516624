import { useCallback, useEffect, useState } from 'react'

export type Answer<T> = { readonly state: 'loading' } | { readonly state: 'here'; readonly value: T } | { readonly state: 'failed' }

/** Asks again whenever `ask` changes or `again` is called; the answer to an older question never shows. */
export const useAnswer = <T>(ask: () => Promise<T>): readonly [Answer<T>, () => void] => {
  const [answer, setAnswer] = useState<{ readonly ask: () => Promise<T>; readonly answer: Answer<T> }>({ ask, answer: { state: 'loading' } })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let stale = false
    ask().then(
      (value) => {
        if (!stale) setAnswer({ ask, answer: { state: 'here', value } })
      },
      () => {
        if (!stale) setAnswer({ ask, answer: { state: 'failed' } })
      },
    )
    return () => {
      stale = true
    }
  }, [ask, round])
  const again = useCallback(() => {
    setRound((before) => before + 1)
  }, [])
  return [answer.ask === ask ? answer.answer : { state: 'loading' }, again]
}
