import { useEffect } from 'react'
import * as z from 'zod'

const change = z.object({ conversation: z.string() })

/**
 * Calls back with the id of each conversation in which something was said or changed, and with none whenever the connection opens:
 * what was said before that, since the messages were read or during a break, was not heard.
 */
export const useChanges = (heard: (conversation: string | undefined) => void): void => {
  useEffect(() => {
    const stream = new EventSource('/local/chats/changes')
    stream.addEventListener('open', () => {
      heard(undefined)
    })
    stream.addEventListener('message', ({ data }) => {
      heard(change.parse(JSON.parse(String(data))).conversation)
    })
    return () => {
      stream.close()
    }
  }, [heard])
}
