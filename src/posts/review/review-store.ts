import { sql } from 'kysely'
import * as z from 'zod'
import type { AgencyId, ChildId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Transaction } from '../../database/transaction.ts'
import { REVIEW_OUTCOMES } from '../post-kinds.ts'
import type { CardReview, Review } from './review.ts'

/** What meetings said of posted cards: the open agency writes its own, and reads those of the whole partnership. */
export interface ReviewRows {
  addReview(review: CardReview): Promise<void>
  /** The newest one. */
  lastReview(childId: ChildId): Promise<Review | null>
  /** Every one of a child, the newest first, with who said it. */
  allReviews(childId: ChildId): Promise<readonly (Review & { readonly reviewedBy: string })[]>
}

const row = z.strictObject({ on: z.string(), outcome: z.enum(REVIEW_OUTCOMES) }).transform(({ on, outcome }): Review => ({ on: on as PlainDate, outcome }))

const saidRow = z
  .strictObject({ on: z.string(), outcome: z.enum(REVIEW_OUTCOMES), reviewed_by: z.string() })
  .transform(({ on, outcome, reviewed_by }) => ({ on: on as PlainDate, outcome, reviewedBy: reviewed_by }))

export const reviewStore = (trx: Transaction, open: AgencyId): ReviewRows => ({
  addReview: async ({ id, childId, childAgencyId, reference, on, outcome, workerId, reviewedBy, at }) => {
    await sql`
      insert into card_review (id, agency_id, partnership_id, child_id, child_agency_id, reference, on_day, outcome, worker_id, reviewed_by, at)
      select ${id}, id, partnership_id, ${childId}, ${childAgencyId}, ${reference}, ${on}, ${outcome}, ${workerId}, ${reviewedBy}, ${at}
      from agency where id = ${open}`.execute(trx)
  },
  lastReview: async (childId) => {
    const { rows } = await sql`
      select on_day::text as on, outcome from card_review where child_id = ${childId} order by at desc, id desc limit 1`.execute(trx)
    return rows[0] === undefined ? null : row.parse(rows[0])
  },
  allReviews: async (childId) => {
    const { rows } = await sql`
      select on_day::text as on, outcome, reviewed_by from card_review where child_id = ${childId} order by at desc, id desc`.execute(trx)
    return rows.map((each) => saidRow.parse(each))
  },
})
