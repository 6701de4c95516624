/** So many sends in so many seconds. */
export interface Limit {
  readonly sends: number
  readonly seconds: number
}

/** Where sends are counted, each place with its limits. */
export type Place = 'conversation' | 'tenant'

/**
 * What Teams takes from one bot: in one conversation, for messages and for new threads alike, and from one app in one tenant 50 requests
 * a second (Microsoft Learn, "Optimize your bot with rate limiting in Teams"). Of these 50 a send uses two, as it asks for the readers
 * first, and the answers to people need some too.
 */
export const LIMITS: Readonly<Record<Place, readonly Limit[]>> = {
  conversation: [
    { sends: 7, seconds: 1 },
    { sends: 8, seconds: 2 },
    { sends: 60, seconds: 30 },
    { sends: 1800, seconds: 3600 },
  ],
  tenant: [{ sends: 20, seconds: 1 }],
}

/** For each limit the moment (milliseconds since 1970) up to which the right to send is used; 0 where nothing was sent yet. */
export type UsedUntil = readonly number[]

export type Turn = { readonly kind: 'go'; readonly usedUntil: UsedUntil } | { readonly kind: 'wait'; readonly until: number }

/** Half of a limit may go at once, the rest evenly: then no stretch of that length, wherever it begins, holds more than the limit. */
const shapeOf = ({ sends, seconds }: Limit) => {
  const atOnce = Math.ceil(sends / 2)
  return { atOnce, everyMs: (seconds * 1000) / (sends - atOnce) }
}

/** Whether one more may be sent now, or from when on (generic cell rate algorithm, one cell for each limit). */
export const turnAt = (limits: readonly Limit[], used: UsedUntil, nowMs: number): Turn => {
  const cells = limits.map((limit, index) => {
    const { atOnce, everyMs } = shapeOf(limit)
    const from = Math.max(used[index] ?? 0, nowMs)
    return { opensAt: from - (atOnce - 1) * everyMs, next: from + everyMs }
  })
  const opensAt = Math.max(...cells.map((cell) => cell.opensAt))
  return opensAt > nowMs ? { kind: 'wait', until: opensAt } : { kind: 'go', usedUntil: cells.map(({ next }) => next) }
}
