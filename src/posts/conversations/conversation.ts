import type { AgencyId, WorkerId } from '../../core/ids.ts'
import type { ConversationAddress } from '../ports.ts'

/** personal: one person and the bot; agency: a channel of one agency's own people; regional: a channel that partner agencies' people read. */
export const CONVERSATION_TYPES = ['personal', 'group', 'agency', 'regional'] as const
export type ConversationType = (typeof CONVERSATION_TYPES)[number]

/** A conversation that the bot was put into, kept by the agency in whose tenant it lives. */
export interface Conversation extends ConversationAddress {
  readonly agencyId: AgencyId
  readonly kind: ConversationType
  readonly name: string
  /** the Microsoft 365 group of the channel's team, by which Graph reads its messages; null where no activity said it yet */
  readonly teamGroupId: string | null
  /** personal conversations: whose */
  readonly workerId: WorkerId | null
  /** unreachable: the channel refused the bot; the next sign of life opens it again */
  readonly state: 'open' | 'unreachable'
}

/** What an activity of the bot's channel says about the conversation that it came from. */
export interface ConversationHeard {
  readonly conversationId: string
  /** the tenant that hosts the conversation; nobody's identity */
  readonly tenantId: string
  /** learnt anew with every activity, because the region's host may change */
  readonly serviceUrl: string
  readonly type: 'personal' | 'group' | 'channel'
  /** most activities do not say it; the name learnt before then stays */
  readonly name?: string | null | undefined
  /** the Microsoft 365 group of the channel's team; many activities do not say it, and the one learnt before then stays */
  readonly teamGroupId?: string | undefined
  /** a channel shared between tenants */
  readonly isShared?: boolean | undefined
  /** false when the app was taken out of the conversation */
  readonly isOpen?: boolean | undefined
  /** personal: the person at the other end, where the app knows them */
  readonly person?: { readonly agencyId: AgencyId; readonly workerId: WorkerId } | undefined
}

/** Teams writes no name for a team's first channel. */
const UNNAMED = { personal: 'Personal chat', group: 'Group chat', channel: 'General' } as const

/** A message in a thread comes from `19:…@thread.tacv2;messageid=1`; the channel itself is the part before. */
export const channelOf = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? conversationId

/**
 * A channel is regional when it is shared between tenants or when its owners say so in its name. That widens nothing by itself:
 * who is in the channel is looked at before every post, and any other channel is held to its own agency's people.
 */
const channelType = (heard: ConversationHeard, known: Conversation | undefined): ConversationType => {
  if (heard.isShared === true || /\bregional\b/iu.test(heard.name ?? '')) return 'regional'
  return (heard.name ?? '') === '' && known !== undefined ? known.kind : 'agency'
}

/** The conversation as it is known from now on; what the activity does not say stays as it was. */
export const afterHearing = (heard: ConversationHeard, known: Conversation | undefined, agencyId: AgencyId): Conversation => ({
  conversationId: channelOf(heard.conversationId),
  agencyId,
  tenantId: heard.tenantId.toLowerCase(),
  serviceUrl: heard.serviceUrl,
  kind: heard.type === 'channel' ? channelType(heard, known) : heard.type,
  name: heard.name?.trim() || known?.name || UNNAMED[heard.type],
  teamGroupId: heard.teamGroupId?.toLowerCase() ?? known?.teamGroupId ?? null,
  workerId: heard.person?.workerId ?? known?.workerId ?? null,
  state: heard.isOpen === false ? 'unreachable' : 'open',
})

/** Where a person may post: one channel of their agency, or every open copy of the regional channel. */
export interface Postable {
  readonly handle: string
  readonly name: string
  readonly kind: 'agency' | 'regional'
  readonly copies: readonly Conversation[]
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')

/** One channel is `#agency`; several are told apart by their names. */
const agencyHandle = (name: string, channels: readonly Conversation[]): string => (channels.length === 1 ? '#agency' : `#${slug(name)}`)

/** The list of places to post to, from an agency's own channels and the copies of the regional one. */
export const postables = (channels: readonly Conversation[], copies: readonly Conversation[]): readonly Postable[] => [
  ...channels.map((channel): Postable => ({ handle: agencyHandle(channel.name, channels), name: channel.name, kind: 'agency', copies: [channel] })),
  ...(copies[0] === undefined
    ? []
    : [{ handle: '#regional', name: copies.length === 1 ? copies[0].name : 'Regional channel', kind: 'regional' as const, copies }]),
]

/** Finds what a person typed: `#regional`, `regional`, or the channel's name, in any case. */
export const findPostable = (list: readonly Postable[], typed: string): Postable | undefined => {
  const wanted = typed.trim().toLowerCase()
  return (
    list.find(({ handle }) => handle === wanted || handle === `#${wanted}`) ??
    list.find(({ name }) => name.toLowerCase() === wanted || `#${name.toLowerCase()}` === wanted || `#${slug(name)}` === wanted)
  )
}
