import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Partner } from './conversations/partner.ts'
import { may, mayWithdraw } from './post-access.ts'
import type { post } from './post-contract.ts'
import { canBeTakenBack, childrenOf, type Post } from './post.ts'

export type PostView = z.output<typeof post>

/** What this person is told about a post; names are those of the moment when it was confirmed. */
export const postView = (from: Post, partners: readonly Partner[], actor: Actor): PostView => {
  const agency = partners.find(({ id }) => id === from.agencyId)
  // the copies of the regional channel mostly bear one name
  const host = partners.find(({ id }) => id === from.conversationAgencyId)
  const { withdrawal } = from
  return {
    id: from.id,
    group: from.group,
    kind: from.subject.kind,
    // a list is about partners' children too, and not everybody reads of those
    children: childrenOf(from)
      .filter(({ agencyId }) => may(actor, 'read-posts', agencyId))
      .map(({ reference, legalStatus }) => ({ reference, legalStatus })),
    purpose: from.purpose,
    conversation: host === undefined ? from.conversationName : `${from.conversationName} (${host.name})`,
    author: agency === undefined ? from.authorName : `${from.authorName}, ${agency.name}`,
    readers: [...from.readers],
    state: from.state,
    requestedAt: from.requestedAt.toISOString(),
    sentAt: from.sentAt?.toISOString() ?? null,
    updatedAt: from.updatedAt?.toISOString() ?? null,
    reason: from.reason,
    withdrawal: withdrawal === null ? null : { by: withdrawal.by, because: withdrawal.because, how: withdrawal.how, at: withdrawal.at.toISOString() },
    mayWithdraw: mayWithdraw(actor, from) && canBeTakenBack(from),
  }
}
