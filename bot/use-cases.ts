import type * as z from 'zod'
import type { AnonymousChild, EntitledChildDetail } from '../src/children/child-views.ts'
import type { RecordDate } from '../src/children/changing/record-date.ts'
import type { RecordDisruption } from '../src/children/changing/record-disruption.ts'
import type { RecordNewDecision } from '../src/children/changing/record-new-decision.ts'
import type { Actor } from '../src/core/actor.ts'
import type { Today } from '../src/core/plain-date.ts'
import type { ChildReference } from '../src/core/reference.ts'
import type { Result } from '../src/core/result.ts'
import type { meeting, meetings, scheduleTrackingCommand } from '../src/meetings/meeting-contract.ts'
import type { AnonymousWaitingPage, EntitledWaitingPage, WaitingFigures, WaitingFilter, WaitingQuery } from '../src/overview/waiting-list.ts'
import type { ChooseAgency, SignInOf } from '../src/people/identity.ts'
import type { ConversationHeard } from '../src/posts/conversations/conversation.ts'
import type {
  conversations,
  postPreview,
  posts,
  previewListPostCommand,
  previewPostCommand,
  requestListPostCommand,
  requestPostCommand,
} from '../src/posts/post-contract.ts'
import type { ReviewCard } from '../src/posts/review/review-card.ts'

export type Meeting = z.output<typeof meeting>
export type PostPreview = z.output<typeof postPreview>

/** An agency as people call it; `alsoCalled` are short names such as "Northants". */
export interface AgencyName {
  readonly code: string
  readonly name: string
  readonly alsoCalled?: readonly string[]
}

/** The slice of the service that the conversation may use. Bot and tab are two mouths; these are the one head. */
export interface BotUseCases {
  readonly signIn: SignInOf
  readonly chooseAgency: ChooseAgency
  /** every agency of the actor's partnership */
  readonly agencies: (actor: Actor) => Promise<readonly AgencyName[]>
  readonly listWaiting: (actor: Actor, query: WaitingQuery, how?: { readonly automatic?: boolean }) => Promise<Result<EntitledWaitingPage>>
  readonly listWaitingAnonymously: (
    actor: Actor,
    query: WaitingQuery,
    how: { readonly place: 'personal' | 'channel'; readonly automatic?: boolean },
  ) => Promise<Result<AnonymousWaitingPage>>
  readonly waitingFigures: (actor: Actor, filter: WaitingFilter) => Promise<Result<WaitingFigures>>
  readonly readChild: (actor: Actor, command: { readonly reference: ChildReference; readonly automatic?: boolean }) => Promise<Result<EntitledChildDetail>>
  readonly readAnonymousChild: (actor: Actor, command: { readonly reference: ChildReference; readonly automatic?: boolean }) => Promise<Result<AnonymousChild>>
  readonly recordDate: RecordDate
  readonly recordDisruption: RecordDisruption
  readonly recordNewDecision: RecordNewDecision
  readonly listConversations: (actor: Actor) => Promise<Result<z.output<typeof conversations>>>
  readonly previewPost: (actor: Actor, command: z.output<typeof previewPostCommand> | z.output<typeof previewListPostCommand>) => Promise<Result<PostPreview>>
  readonly requestPost: (
    actor: Actor,
    command: z.output<typeof requestPostCommand> | z.output<typeof requestListPostCommand>,
  ) => Promise<Result<z.output<typeof posts>>>
  readonly reviewCard: ReviewCard
  readonly scheduleTracking: (actor: Actor, command: z.output<typeof scheduleTrackingCommand>) => Promise<Result<Meeting>>
  readonly listMeetings: (actor: Actor) => Promise<Result<z.output<typeof meetings>>>
  /** called with every sign of life of a conversation, at most once in ten minutes for the same address */
  /** called when somebody joined or left a conversation of this tenant */
  readonly readersChanged: (heard: { readonly tenantId: string }) => Promise<void>
  readonly rememberConversation: (heard: ConversationHeard) => Promise<void>
}

/** Addresses that a card may open. */
export interface BotLinks {
  /** the waiting list, narrowed by a query such as `sex=male`; empty for the whole list */
  readonly waiting: (query: string) => string
  readonly child: (reference: string) => string
  /** the person's own chat with the bot, with this text ready to send */
  readonly chat: (text: string) => string
}

export interface BotDeps {
  readonly useCases: BotUseCases
  readonly links: BotLinks
  readonly today: Today
}
