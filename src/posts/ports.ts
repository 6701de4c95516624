import type { AnonymousChild } from '../children/child-views.ts'
import type { AgencyId, ChildId, PostId } from '../core/ids.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { ChildReference } from '../core/reference.ts'
import type { Result } from '../core/result.ts'
import type { Partner } from './conversations/partner.ts'
import type { Review } from './review/review.ts'

/** A conversation as the bot's channel knows it. */
export interface ConversationAddress {
  readonly conversationId: string
  readonly tenantId: string
  readonly serviceUrl: string
}

/**
 * A member of a conversation with the tenant they sign in to at home; null where the roster does not say.
 * A guest is one whose home tenant is another than the conversation's, or who is marked so.
 */
export interface Member {
  readonly tenantId: string | null
  readonly objectId: string | null
  readonly isGuest: boolean
}

/** What became of a call: the real activity id, or why not. With `retry` and `unreachable` the channel certainly did nothing. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly activityId: string }
  /** at the earliest after so many seconds, where the channel asked for it */
  | { readonly kind: 'retry'; readonly afterSeconds: number; readonly problem: string }
  | { readonly kind: 'unreachable'; readonly problem: string }

/** What became of a new card; `open`: it may have arrived, because the answer was lost or says nothing about it. */
export type Sending = Delivery | { readonly kind: 'open'; readonly afterSeconds: number; readonly problem: string }

/** What became of a change to a message; `gone`: the conversation is there and the message is not, because somebody deleted it. */
export type Changing = Delivery | { readonly kind: 'gone' }

/** The bot's way out, implemented in bot/outbound.ts. Nothing but posts calls it. */
export interface OutboundPort {
  postCard(to: ConversationAddress, card: object, summary: string): Promise<Sending>
  updateCard(to: ConversationAddress, activityId: string, card: object, summary: string): Promise<Changing>
  /** Takes the message out of the conversation; delivered also where it is gone already. */
  deleteCard(to: ConversationAddress, activityId: string): Promise<Delivery>
  /** Throws when the roster cannot be had. */
  membersOf(conversation: ConversationAddress): Promise<readonly Member[]>
}

/** Whether a card lies in a channel; unknown when the channel cannot be read, with a sentence for an administrator. */
export type Sighting =
  { readonly kind: 'found'; readonly activityId: string } | { readonly kind: 'absent' } | { readonly kind: 'unknown'; readonly problem: string }

/**
 * Looks among a channel's messages since a moment (UTC) for the card with this mark; implemented in src/microsoft/find-card.ts.
 * The channel's own tenant is asked.
 */
export type FindCard = (channel: ConversationAddress & { readonly teamGroupId: string | null }, mark: PostId, since: Date) => Promise<Sighting>

/** What a card says: drawn from the register at that moment, through the rule of three, with no field that could identify. */
export type Matter =
  | { readonly kind: 'child'; readonly child: AnonymousChild; readonly review: Review | null }
  | { readonly kind: 'list'; readonly list: PostableList; readonly agencies: readonly Pick<Partner, 'code' | 'name'>[] }
  /** what a manager is told about a card; no fact about a child */
  | { readonly kind: 'notice'; readonly references: readonly ChildReference[]; readonly words: string }
  /** nothing but that it was taken back; of a list, no reference either */
  | { readonly kind: 'withdrawn'; readonly reference: ChildReference | null; readonly agency: AnonymousChild['agency'] }

/**
 * Draws the exact card that will be stored in a conversation; implemented by bot/cards/post-card.ts.
 * @param mark the post's id, which the card carries unseen: by it a card is found again in its conversation
 */
export type DrawPost<Card extends object = object> = (matter: Matter, mark: PostId | null) => { readonly card: Card; readonly summary: string }

/** On what a child's card leaves the agency at that moment (design 3.7); stored with every post. */
export const LEGAL_STATUSES = ['adm-decision', 'placement-order'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

/** A child whose card may be posted: it has a shared row, so its agency shares it already. */
export interface PostableChild {
  readonly childId: ChildId
  /** the placing agency */
  readonly agencyId: AgencyId
  /** drawn at this moment through the anonymity gate; one who no longer waits is not posted any more, and posted cards say so */
  readonly child: AnonymousChild
  readonly legalStatus: LegalStatus
}

/**
 * The slice `childForPost` of the scope: children implements it on the running transaction, as the actor or job that opened it.
 * It decides what exists for that scope (row-level security: own and shared rows); posts decides by role, and writes the audit.
 */
export interface ChildForPost {
  /** Undefined for a child without a shared row (before the ADM decision nothing leaves the agency) as for one that does not exist. */
  byReference(reference: ChildReference): Promise<PostableChild | undefined>
  byId(childId: ChildId): Promise<PostableChild | undefined>
  /** Whose child it is, where this scope may know that it exists: a shared row, or a private row of its own agency. */
  whose(reference: ChildReference): Promise<{ readonly childId: ChildId; readonly agencyId: AgencyId } | undefined>
}

/** The first rows of the waiting list as any conversation may see them, narrowed to something; what exactly only the waiting list knows. */
export interface PostableList {
  /** as it was answered: days in whole bands */
  readonly filter: object
  readonly total: number
  readonly items: readonly AnonymousChild[]
  readonly asOf: PlainDate
}

/** The slice `listForPost` of the scope, which the overview implements. */
export interface ListForPost {
  /** Refuses `invalid` (a filter that there is not, fewer than three children fit it, only a person's own view answers it). */
  read(filter: object): Promise<Result<PostableList>>
  /** The same list now, with those of these children who are still in it and may still be shown; none is an empty list. */
  still(filter: object, references: readonly ChildReference[]): Promise<PostableList>
}

/** The agency in whose tenant a conversation lives; undefined for a tenant that no agency of this register has. */
export type HomeAgencyOf = (tenantId: string) => Promise<AgencyId | undefined>
