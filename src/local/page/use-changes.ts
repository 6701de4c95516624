import { useEffect } from 'react'
import * as z from 'zod'

const change = z.object({ conversation: z.string() })

/** Calls back with the id of each conversation in which something was said or changed, and once when the connection is back after a break. */
export const useChanges = (heard: (conversation: string | undefined) => void): void => {
  useEffect(() => {
    const stream = new EventSource('/local/chats/changes')
    let broken = false
    stream.addEventListener('error', () => {
      broken = true
    })
    stream.addEventListener('open', () => {
      if (broken) heard(undefined)
      broken = false
    })
    stream.addEventListener('message', ({ data }) => {
      heard(change.parse(JSON.parse(String(data))).conversation)
    })
    return () => {
      stream.close()
    }
  }, [heard])
}
