import type { AgencyId, ChildId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Who } from './register.ts'
import type { Transaction } from './transaction.ts'

/** Whose record it is that is exported or purged. */
export interface RecordOwner {
  readonly id: ChildId
  readonly agencyId: AgencyId
  readonly reference: ChildReference
}

export type RecordValue = string | number | boolean | null
/** Rows as people read them: headings in plain words, days as `2026-11-22`, instants in UTC. */
export interface RecordTable {
  readonly heading: string
  readonly rows: readonly Readonly<Record<string, RecordValue>>[]
}

/**
 * What one noun keeps about a child. Each noun exports its own, scope.ts lists them, and retention exports and purges with the list:
 * it is declared here, below all nouns, because they come before retention. A table that can name a child and stands in no part fails a test.
 */
export interface RecordPart {
  /** the heading of its part of an export */
  readonly title: string
  /** its tables that can name a child, and what a purge does with the rows: `removed`, or why they stay */
  readonly tables: Readonly<Record<string, 'removed' | `kept: ${string}`>>
  /** whether something else here makes an earlier export old */
  readonly isRecord: boolean
  /** In a fixed order, and nothing that changes by itself: two exports of an unchanged record are the same. */
  exportOf(trx: Transaction, who: Who, child: RecordOwner): Promise<readonly RecordTable[]>
  /** Takes the rows away as the role that may (as-purger.ts), and puts right what other rows say because of them. */
  remove(trx: Transaction, who: Who, child: RecordOwner): Promise<void>
}
