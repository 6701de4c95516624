import type { AgeBand, AnonymousChild, EntitledChild, List, Sex, Standing } from '../children/child-views.ts'
import type { PlainDate } from '../core/plain-date.ts'

/** What a waiting list is narrowed to. Every filter narrows; none is silent (the answer says them back). */
export interface WaitingFilter {
  /** `waiting` where nothing is said; `open` has the own agency's children only */
  readonly list?: List
  readonly standings?: readonly Standing[]
  /** only those in whose record something changed on or after this day; of a partner's child, something that partners see */
  readonly changedSince?: PlainDate
  /** only the own agency's children whose profile is not live */
  readonly withoutProfile?: boolean
  /** only those whose family finder or social worker is the asker */
  readonly mine?: boolean
  /** only the own agency's unborn children; they wait for nothing yet, so the list is `open` */
  readonly unborn?: boolean
  /** only those with one of the harder-to-place reasons today */
  readonly harderToPlace?: boolean
  /** agency codes; empty is all */
  readonly agencies: readonly string[]
  readonly ageBands: readonly AgeBand[]
  readonly sex?: Sex
  /** true: only children with a sibling waiting with or beside them; false: only single children */
  readonly siblingGroup?: boolean
  /** waiting at least this many days, counted from the earlier of ADM decision and placement order */
  readonly minDays?: number
  readonly maxDays?: number
}

export interface WaitingQuery {
  readonly filter: WaitingFilter
  /** rows on a page, 1 to 100 */
  readonly limit: number
  /** opaque; from the page before */
  readonly cursor?: string
}

/** Counts over all waiting children that the filter leaves, as one line or stacked bar. */
export interface WaitingFigures {
  readonly total: number
  readonly boys: number
  readonly girls: number
  readonly inSiblingGroups: number
  /** days; null when nobody waits */
  readonly longestDays: number | null
  readonly medianDays: number | null
  /** every list's count under the same other filters */
  readonly lists: Readonly<Record<List, number>>
  readonly byStanding: Readonly<Record<Standing, number>>
  readonly byStage: { readonly admDecision: number; readonly placementOrder: number }
  readonly byWaitingBand: readonly number[] // in the order of WAITING_BANDS
  /** what a wait from the order to a match is judged by today, by the own agency's settings: national, average, own target */
  readonly thresholds: readonly { readonly words: string; readonly limit: number }[]
  readonly byAgency: readonly { readonly code: string; readonly name: string; readonly total: number }[]
}

export interface WaitingPage<Row> {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
  readonly total: number
  readonly filter: WaitingFilter
  readonly asOf: PlainDate
}
/** `mayAdd`, `mayExport`: what the asker may do with the own agency's list. */
export type EntitledWaitingPage = WaitingPage<EntitledChild> & { readonly mayAdd: boolean; readonly mayExport: boolean }
/**
 * `tooFewToShow`: fewer than three children share the query's facts, so that no stored message may carry the answer (design 3.3).
 * There are then no items and the total is 0, none and two alike: say "fewer than three children" and let the entitled open their own view.
 * A page may hold fewer items than its limit: a row whose agency has fewer than three such children is left out where the query names facts,
 * and the total does not count it.
 */
export type AnonymousWaitingPage = WaitingPage<AnonymousChild> & {
  readonly tooFewToShow: boolean
  /** the question is about own work or private facts: only the asker's own view answers it, and no message that is kept */
  readonly ownViewOnly: boolean
}

/** True for a question that only the asker's own view answers: no message that is kept may carry who changed, or who is on hold. */
export const isOwnViewOnly = (filter: WaitingFilter): boolean =>
  (filter.list ?? 'waiting') !== 'waiting' ||
  (filter.standings?.length ?? 0) > 0 ||
  filter.changedSince !== undefined ||
  filter.withoutProfile === true ||
  filter.mine === true ||
  filter.unborn === true ||
  filter.harderToPlace === true
