import type { AgencyId, ChildId, PostId, WorkerId } from '../core/ids.ts'
import type { ChildReference } from '../core/reference.ts'
import type { LegalStatus } from './ports.ts'
import type { POST_STATES } from './post-contract.ts'

export type PostState = (typeof POST_STATES)[number]

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
  readonly childId: ChildId
  readonly childAgencyId: AgencyId
  readonly reference: ChildReference
  /** on what the card left the agency, at the moment of the command (design 3.7) */
  readonly legalStatus: LegalStatus
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
}

const free = { claimedUntil: null } as const

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

/** The channel did not take the card now; the job comes back to it. */
export const postponed = (post: Post, problem: string): Post => ({ ...post, ...free, reason: problem })

/** Nobody will see it: the readers or the child are not what they were when it was confirmed. */
export const refused = (post: Post, reason: string): Post => ({ ...post, ...free, state: 'refused', reason })

/** The bot is not let into the conversation. A card that lies there keeps its id, so that it can be updated when the way is open again. */
export const unreachable = (post: Post, problem: string): Post => ({ ...post, ...free, state: 'unreachable', reason: problem })

/** The child is not what the card says. A post still to be sent is drawn anew anyway, and a refused one lies nowhere. */
export const outdated = (post: Post): Post => (post.activityId === null ? post : { ...post, state: 'to-be-updated' })

/** The card in the conversation is the newest one. */
export const updated = (post: Post, contentHash: string, at: Date, reason: string | null): Post => ({
  ...post,
  state: 'sent',
  contentHash,
  updatedAt: at,
  reason,
})

/** The newest card is the one that lies there already. */
export const unchanged = (post: Post, reason: string | null): Post => ({ ...post, state: 'sent', reason })

/** A worker is sending it right now, or died doing so less than a claim ago. */
export const isClaimed = (post: Post, now: Date): boolean => post.claimedUntil !== null && post.claimedUntil > now
