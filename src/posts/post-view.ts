import type * as z from 'zod'
import type { Partner } from './audience.ts'
import type { post } from './post-contract.ts'
import type { Post } from './post.ts'

export type PostView = z.output<typeof post>

/** What people are told about a post; names are those of the moment when it was confirmed. */
export const postView = (from: Post, partners: readonly Partner[]): PostView => {
  const agency = partners.find(({ id }) => id === from.agencyId)
  // the copies of the regional channel mostly bear one name
  const host = partners.find(({ id }) => id === from.conversationAgencyId)
  return {
    id: from.id,
    reference: from.reference,
    conversation: host === undefined ? from.conversationName : `${from.conversationName} (${host.name})`,
    author: agency === undefined ? from.authorName : `${from.authorName}, ${agency.name}`,
    state: from.state,
    requestedAt: from.requestedAt.toISOString(),
    sentAt: from.sentAt?.toISOString() ?? null,
    updatedAt: from.updatedAt?.toISOString() ?? null,
    reason: from.reason,
  }
}
