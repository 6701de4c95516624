import type { Role } from '../../core/actor.ts'
import type { ReadingKind } from './reading-alerts-contract.ts'

/**
 * Acts that open one record. A list shows many children to everybody who opens it, and figures show none: they do not count. Nor does
 * a card that refreshes itself; it opens nothing.
 */
export const OPENING_VERBS = ['child.read', 'child.private-read', 'breakglass.read'] as const

const HOUR = 3_600_000
/** milliseconds in which an alert's readings lie */
export const WINDOW_OF: Readonly<Record<ReadingKind, number>> = { 'many-children': HOUR, 'outside-caseload': 24 * HOUR }

/** Roles whose work is a caseload: what they open is, for the most part, what is theirs. */
const CASE_ROLES: readonly Role[] = ['family-finder', 'childs-social-worker', 'adopters-social-worker']

/**
 * Many children within an hour is unusual for everybody. Reading outside one's own cases is unusual only for somebody all of whose roles
 * are case work: a practice manager, the hub, the chair of a tracking panel, an analyst or a senior manager has no cases, and oversees
 * everybody's; for them it would be an alert a day. Whoever has no role any more is judged as strictly as can be.
 */
export const kindsFor = (roles: readonly Role[]): readonly ReadingKind[] =>
  roles.every((role) => CASE_ROLES.includes(role)) ? ['many-children', 'outside-caseload'] : ['many-children']

export interface Reading {
  /** milliseconds of the epoch, UTC */
  readonly at: number
  /** a reference */
  readonly child: string
}
/** An alert that is there. */
export interface EarlierAlert {
  readonly id: string
  readonly from: number
  readonly children: number
  /** when somebody acknowledged it; null while it is open */
  readonly closedAt: number | null
}
export interface Unusual {
  readonly from: number
  readonly until: number
  readonly children: number
}
interface Judged {
  readonly raised: readonly Unusual[]
  /** alerts that are open and hold more children by now */
  readonly grown: readonly (Omit<Unusual, 'from'> & { readonly id: string })[]
}

const spanOf = (readings: readonly Reading[]): Omit<Unusual, 'from'> => ({
  until: Math.max(...readings.map(({ at }) => at)),
  children: new Set(readings.map(({ child }) => child)).size,
})

/**
 * Where one person's readings, the oldest first, reach the threshold of different children within the window. An alert begins with the
 * first of these readings and covers the window from there on, or until somebody acknowledged it: what is read meanwhile makes it larger
 * and raises no second one; what is read afterwards counts anew. Judging the same readings twice therefore changes nothing.
 */
export const judge = (readings: readonly Reading[], earlier: readonly EarlierAlert[], threshold: number, window: number): Judged => {
  const endOf = ({ from, closedAt }: EarlierAlert): number => Math.min(from + window, closedAt ?? Infinity)
  const inside = (alert: EarlierAlert) => readings.filter(({ at }) => at >= alert.from && at < endOf(alert))
  const grown = earlier
    .filter(({ closedAt }) => closedAt === null)
    .flatMap((alert) => {
      const held = inside(alert)
      const now = held.length === 0 ? undefined : spanOf(held)
      return now && now.children > alert.children ? [{ id: alert.id, ...now }] : []
    })

  const free = readings.filter(({ at }) => !earlier.some((alert) => at >= alert.from && at < endOf(alert)))
  const raised: Unusual[] = []
  const counts = new Map<string, number>()
  let first = 0
  for (let next = 0; next < free.length; next += 1) {
    const reading = free[next]
    if (!reading) break
    counts.set(reading.child, (counts.get(reading.child) ?? 0) + 1)
    for (let oldest = free[first]; oldest && oldest.at <= reading.at - window; oldest = free[first]) {
      const left = (counts.get(oldest.child) ?? 0) - 1
      if (left === 0) counts.delete(oldest.child)
      else counts.set(oldest.child, left)
      first += 1
    }
    const begins = free[first]
    if (!begins || counts.size < threshold) continue
    const held = free.slice(first).filter(({ at }) => at < begins.at + window)
    raised.push({ from: begins.at, ...spanOf(held) })
    first += held.length
    next = first - 1
    counts.clear()
  }
  return { raised, grown }
}
