import type { Role } from '../core/actor.ts'
import type { AgencyId, ChildId, PostId, WorkerId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Readers } from './conversations/audience.ts'
import type { LegalStatus } from './ports.ts'
import type { ALL_PURPOSES, POST_STATES, WITHDRAWAL_REASONS, WITHDRAWAL_WAYS } from './post-kinds.ts'

export type PostState = (typeof POST_STATES)[number]
export type PostPurpose = (typeof ALL_PURPOSES)[number]
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number]
export type WithdrawalWay = (typeof WITHDRAWAL_WAYS)[number]

/** A child on a card, as it was when the card was confirmed. */
export interface PostedChild {
  readonly childId: ChildId
  /** the placing agency */
  readonly agencyId: AgencyId
  readonly reference: ChildReference
  /** on what the card left the agency at that moment (design 3.7) */
  readonly legalStatus: LegalStatus
}

/** What a card is about: one child, or the children of a list that was narrowed to something. */
export type PostSubject =
  | { readonly kind: 'child'; readonly child: PostedChild }
  | { readonly kind: 'list'; readonly list: PostedList }
  | { readonly kind: 'notice'; readonly notice: PostedNotice }
/** A note to a manager about a card: it holds references, a conversation's name and counts, and no fact about a child. */
export interface PostedNotice {
  readonly words: string
  readonly children: readonly PostedChild[]
}
export interface PostedList {
  /** what the list was narrowed to; only the waiting list knows what it means */
  readonly filter: object
  /** the children whose rows were shown and confirmed: no other ever comes onto the card */
  readonly children: readonly PostedChild[]
}

export const childrenOf = ({ subject }: { readonly subject: PostSubject }): readonly PostedChild[] => {
  switch (subject.kind) {
    case 'child':
      return [subject.child]
    case 'list':
      return subject.list.children
    case 'notice':
      return subject.notice.children
  }
}

/** By whom and why a card is taken back. */
export interface Withdrawal {
  /** name and agency; null where the app did it because nobody on the card waits any more */
  readonly by: string | null
  readonly because: WithdrawalReason | null
  readonly how: WithdrawalWay
  readonly at: Date
}

/** One card in one conversation: a command to a regional channel makes one post for every copy of it. */
export interface Post {
  readonly id: PostId
  readonly version: number
  /** the author's agency; the names are those that were shown when it was confirmed */
  readonly agencyId: AgencyId
  readonly authorId: WorkerId
  readonly authorName: string
  readonly conversationAgencyId: AgencyId
  readonly conversationId: string
  readonly conversationName: string
  /** the idempotency key of the command, shared by its copies */
  readonly group: string
  readonly subject: PostSubject
  readonly purpose: PostPurpose
  /** who could read it when it was confirmed: counts by agency, as they were shown */
  readonly readers: readonly Readers[]
  /** as what the author confirmed it for the agency */
  readonly authorRoles: readonly Role[]
  /** of the card that was confirmed, then of the card that lies in the conversation */
  readonly contentHash: string
  readonly readersHash: string
  readonly state: PostState
  /** known from the moment the channel took the card */
  readonly activityId: string | null
  /** a sentence: why it was refused, why it waits */
  readonly reason: string | null
  readonly requestedAt: Date
  readonly sentAt: Date | null
  readonly updatedAt: Date | null
  /** a worker is sending it until then at the latest */
  readonly claimedUntil: Date | null
  /** when the last try began that may have reached the channel; null when it certainly took nothing */
  readonly attemptedAt: Date | null
  readonly withdrawal: Withdrawal | null
}

const free = { claimedUntil: null, attemptedAt: null } as const

/** Written before the card leaves: nobody else sends it until then, and whoever comes after knows that it may have arrived. */
export const claimed = (post: Post, contentHash: string, at: Date, until: Date): Post => ({ ...post, contentHash, attemptedAt: at, claimedUntil: until })

/** The channel may have taken the card, or not: the next try looks before it sends. */
export const leftOpen = (post: Post, problem: string): Post => ({ ...post, claimedUntil: null, reason: problem })

/** The channel took the card. */
export const sent = (post: Post, activityId: string, contentHash: string, at: Date): Post => ({
  ...post,
  ...free,
  state: 'sent',
  activityId,
  contentHash,
  sentAt: at,
  reason: null,
})

/** The channel certainly did not take the card now; the job comes back to it. */
export const postponed = (post: Post, problem: string): Post => ({ ...post, ...free, reason: problem })

/** Nobody will see it: the readers or the child are not what they were when it was confirmed. */
export const refused = (post: Post, reason: string): Post => ({ ...post, ...free, state: 'refused', reason })

/** The bot is not let into the conversation. A card that lies there keeps its id, so that it can be updated when the way is open again. */
export const unreachable = (post: Post, problem: string): Post => ({ ...post, ...free, state: 'unreachable', reason: problem })

/** Somebody took it back: its facts never come back. */
export const isTakenBack = (post: Post): boolean => post.withdrawal !== null && post.withdrawal.by !== null

/** Something may still lie there that says something; also where taking it back came to nothing, and is tried again. */
export const canBeTakenBack = (post: Post): boolean =>
  post.purpose !== 'notice' && post.state !== 'deleted' && post.state !== 'refused' && (!isTakenBack(post) || (post.state === 'unreachable' && liesThere(post)))

/** There is a message of this post in a conversation, as far as anybody knows. */
export const liesThere = (post: Post): boolean => post.activityId !== null && post.state !== 'deleted'

/** The child is not what the card says. A post still to be sent is drawn anew anyway, and a refused one lies nowhere. */
export const outdated = (post: Post): Post => {
  if (!liesThere(post)) return post
  return { ...post, state: isTakenBack(post) ? 'to-be-withdrawn' : 'to-be-updated' }
}

/** What lies in the conversation says now that the card was taken back or the search has ended; or nothing was ever there. */
export const withdrawn = (post: Post, contentHash: string, at: Date): Post => ({
  ...post,
  ...free,
  state: 'withdrawn',
  contentHash,
  updatedAt: at,
  reason: null,
  withdrawal: post.withdrawal ?? { by: null, because: null, how: 'replace', at },
})

/** There was never a message to take back. */
export const withdrawnUnsent = (post: Post): Post => ({ ...post, ...free, state: 'withdrawn', reason: null })

/** The message is no longer in the conversation: deleted by us, or by somebody in the channel. */
export const deleted = (post: Post, at: Date, reason: string | null): Post => ({ ...post, ...free, state: 'deleted', updatedAt: at, reason })

/** The card in the conversation is the newest one. What the app withdrew itself stands again when the child waits again. */
export const updated = (post: Post, contentHash: string, at: Date, reason: string | null): Post => ({
  ...post,
  state: 'sent',
  contentHash,
  updatedAt: at,
  reason,
  withdrawal: null,
})

/** The newest card is the one that lies there already. */
export const unchanged = (post: Post, reason: string | null): Post => ({ ...post, state: post.withdrawal === null ? 'sent' : 'withdrawn', reason })

/** A worker is sending it right now, or died doing so less than a claim ago. */
export const isClaimed = (post: Post, now: Date): boolean => post.claimedUntil !== null && post.claimedUntil > now
