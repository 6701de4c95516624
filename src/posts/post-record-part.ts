import { sql } from 'kysely'
import { asPurger } from '../database/as-purger.ts'
import type { RecordPart } from '../database/record-part.ts'
import { postStore } from './post-store.ts'
import { childrenOf } from './post.ts'
import { reviewStore } from './review/review-store.ts'

/** Where a child's card lies, and what meetings said of it. The posts outlive a purge: they are what a card is found and withdrawn by. */
export const postRecordPart: RecordPart = {
  title: 'Posts',
  tables: { post: 'kept: reference, ids, channel and hashes, by which the card is found and taken back; no word about the child', card_review: 'removed' },
  isRecord: true,
  exportOf: async (trx, who, child) => {
    const posts = await postStore(trx, who).about(child.id)
    const reviews = await reviewStore(trx, child.agencyId).allReviews(child.id)
    return [
      {
        heading: 'Cards about this child, the newest first',
        rows: posts.map((post) => ({
          Channel: post.conversationName,
          'Posted by': post.authorName,
          'Asked for': post.requestedAt.toISOString(),
          Posted: post.sentAt?.toISOString() ?? null,
          'Brought up to date': post.updatedAt?.toISOString() ?? null,
          State: post.state,
          'Left the agency on': childrenOf(post).find(({ childId }) => childId === child.id)?.legalStatus ?? null,
        })),
      },
      {
        heading: 'What meetings said, the newest first',
        rows: reviews.map(({ on, outcome, reviewedBy }) => ({ On: on, Outcome: outcome, By: reviewedBy })),
      },
    ]
  },
  remove: (trx, _who, child) =>
    asPurger(trx, child, async () => {
      await sql`delete from card_review where child_id = ${child.id}`.execute(trx)
    }),
}
