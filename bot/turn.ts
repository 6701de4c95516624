import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Actor } from '../src/core/actor.ts'
import type { Identity } from '../src/people/identity.ts'

/** One thing that one person typed or pressed, without the channel's own types. */
export interface Turn {
  readonly actor: Actor
  readonly identity: Identity
  readonly worksFor: readonly { readonly code: string; readonly name: string }[]
  /** a group chat counts as a channel: others read it */
  readonly place: 'personal' | 'channel'
  /**
   * True only where the answer goes to this person's own screen and is not kept in the chat: the answer to a button or refresh in
   * their personal chat. Everything else is stored, and so is anonymous (design 3.4).
   */
  readonly answerIsPrivate: boolean
  /** an automatic refresh of a card: reads and returns, sends and updates nothing */
  readonly automatic: boolean
  /** the person's id in this channel (`29:…`), for `refresh.userIds` */
  readonly asker: string
  /** an idempotency key made of the activity's id: a message that is delivered twice has one effect */
  readonly key: string
}

export type Answer =
  | {
      readonly kind: 'card'
      readonly card: IAdaptiveCard
      /** for notifications and screen readers, which do not read the card */
      readonly summary: string
      /** said above a card that answers typed words, and stays when the card refreshes; as anonymous as the card */
      readonly said?: string
      /** the stored message takes this card too, so that its old buttons are gone on every device; only for cards without a person's own facts */
      readonly replacesStored?: boolean
    }
  | SaidAnswer

export interface SaidAnswer {
  readonly kind: 'text'
  readonly text: string
}
