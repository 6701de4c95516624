import type { Actor } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'

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

/** What a post is about, with the exact anonymous card that will be stored: posts knows no children, main.ts joins childForPost and the bot's card. */
export interface PostSubject {
  readonly subjectId: string
  readonly reference: string
  readonly agencyId: AgencyId
  readonly legalStatus: 'adm-decision' | 'placement-order'
  readonly card: object
  readonly summary: string
}

export interface PostSubjects {
  /** not-found for a record that this actor may not see */
  forActor(actor: Actor, reference: string): Promise<Result<PostSubject>>
  /** For a job: the card as it stands now; undefined when nothing may be shown any more. */
  forJob(agencyId: AgencyId, subjectId: string): Promise<PostSubject | undefined>
}
