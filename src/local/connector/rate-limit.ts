import type { Now } from '../../core/plain-date.ts'

/** Teams takes 7 messages a second from one bot in one thread (Microsoft Learn, "Rate limiting for bots"). */
const SENDS = 7
const WINDOW_MS = 1000

/** Counts the sends of each thread; answers the seconds to wait when one is too many, else undefined. */
export const sendLimit = (now: Now) => {
  const sends = new Map<string, readonly number[]>()
  return (thread: string): number | undefined => {
    const at = now().getTime()
    const recent = (sends.get(thread) ?? []).filter((sent) => at - sent < WINDOW_MS)
    const [oldest] = recent
    if (recent.length >= SENDS && oldest !== undefined) return Math.max(1, Math.ceil((WINDOW_MS - (at - oldest)) / 1000))
    sends.set(thread, [...recent, at])
    return undefined
  }
}
