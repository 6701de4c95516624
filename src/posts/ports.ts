import type { AnonymousChild } from '../children/child-views.ts'

/** A conversation as the bot's channel knows it. */
export interface ConversationAddress {
  readonly conversationId: string
  readonly tenantId: string
  readonly serviceUrl: string
}

/** A member of a conversation with the tenant they sign in to; a guest is one whose home tenant is another or who is marked so. */
export interface Member {
  readonly tenantId: string | null
  readonly objectId: string | null
  readonly isGuest: boolean
}

/** What became of a send: the real activity id, or why not. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly activityId: string }
  | { readonly kind: 'retry'; readonly afterSeconds: number; readonly problem: string }
  | { readonly kind: 'unreachable'; readonly problem: string }

/** The bot's way out, implemented in bot/outbound.ts. Nothing but posts calls it. */
export interface OutboundPort {
  postCard(to: ConversationAddress, card: object, summary: string): Promise<Delivery>
  updateCard(to: ConversationAddress, activityId: string, card: object, summary: string): Promise<Delivery>
  /** Throws when the roster cannot be had. */
  membersOf(conversation: ConversationAddress): Promise<readonly Member[]>
}

/** Draws the exact card that will be stored in a conversation; implemented by bot/cards/child-card.ts. */
export type ChildPostCard = (child: AnonymousChild) => { readonly card: object; readonly summary: string }
