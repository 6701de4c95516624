import type { Attachment, TeamInfo, TeamsChannelAccount } from 'botframework-schema'
import type { Kind } from './conversation-kinds.ts'

/** A person's place in a conversation: the account that the roster shows, and the account they sign in with at home. */
export interface LocalMember {
  readonly account: TeamsChannelAccount
  readonly home: { readonly tenantId: string; readonly objectId: string }
}

/** A conversation as the people and the bot of the demo region have it. */
export interface LocalConversation {
  readonly id: string
  readonly kind: Kind
  readonly name: string
  /** the tenant that hosts it */
  readonly tenantId: string
  readonly team?: TeamInfo
  readonly members: readonly LocalMember[]
}

/** Kept as it came: what a card holds is the reader's to parse. */
export type StoredAttachment = Pick<Attachment, 'contentType'> & Readonly<Record<string, unknown>>

/** One message as it stands now, after edits. */
export interface LocalMessage {
  readonly id: string
  /** in a channel, the id of the message that began the thread; its own id when it began one */
  readonly root: string
  readonly from: { readonly id: string; readonly name: string }
  readonly fromBot: boolean
  /** UTC instants */
  readonly sentAt: string
  readonly editedAt?: string
  readonly deleted?: true
  readonly text?: string
  readonly summary?: string
  readonly attachments?: StoredAttachment[]
}
