import type { RecordPart } from '../database/record-part.ts'
import { postStore } from './post-store.ts'

/** Where a child's card lies. The rows outlive a purge: they are what a card is found and withdrawn by. */
export const postRecordPart: RecordPart = {
  title: 'Posts',
  tables: { post: 'kept: reference, ids, channel and hashes, by which the card is found and taken back; no word about the child' },
  isRecord: true,
  exportOf: async (trx, who, child) => {
    const posts = await postStore(trx, who).about(child.id)
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
          'Left the agency on': post.legalStatus,
        })),
      },
    ]
  },
  remove: () => Promise.resolve(),
}
