import type { Now } from '../../core/plain-date.ts'

/** What Teams takes from one bot in one thread, in any stretch of so many seconds (Microsoft Learn, "Rate limiting for bots"). */
const THREAD = [
  { sends: 7, seconds: 1 },
  { sends: 8, seconds: 2 },
  { sends: 60, seconds: 30 },
  { sends: 1800, seconds: 3600 },
] as const
/** And from one app in one tenant, all calls together. */
const TENANT = [{ sends: 50, seconds: 1 }] as const

type Limits = typeof THREAD | typeof TENANT

/** Counts the calls of each place; answers the seconds to wait when one is too many, and else counts it. */
const counted = (limits: Limits, now: Now) => {
  const longest = Math.max(...limits.map(({ seconds }) => seconds)) * 1000
  const calls = new Map<string, readonly number[]>()
  return (place: string): number | undefined => {
    const at = now().getTime()
    const recent = (calls.get(place) ?? []).filter((call) => at - call < longest)
    const waits = limits.flatMap(({ sends, seconds }) => {
      const first = recent.at(-sends)
      return first !== undefined && at - first < seconds * 1000 ? [Math.max(1, Math.ceil(seconds - (at - first) / 1000))] : []
    })
    calls.set(place, waits.length > 0 ? recent : [...recent, at])
    return waits.length > 0 ? Math.max(...waits) : undefined
  }
}

/** Counts the sends into each thread; answers the seconds to wait when one is too many, else undefined. */
export const sendLimit = (now: Now) => counted(THREAD, now)
/** The same for every call that concerns a tenant. */
export const tenantLimit = (now: Now) => counted(TENANT, now)
