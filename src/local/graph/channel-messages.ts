import type { ChatMessage } from '@microsoft/microsoft-graph-types'
import type { LocalConversation, LocalMessage } from '../connector/conversation.ts'
import { GraphFailure, type GraphAnswer } from './graph-answer.ts'
import type { GraphToken } from './graph-ports.ts'

/** What the double knows of Teams: the connector's own chats. */
export interface GraphChats {
  readonly conversations: () => readonly LocalConversation[]
  readonly messagesIn: (conversationId: string) => readonly LocalMessage[]
  readonly hasBot: (conversationId: string) => boolean
}

interface Asked {
  readonly token: GraphToken
  readonly team: string
  readonly channel: string
  readonly query: Readonly<Record<string, unknown>>
}

/** Messages on a page when nothing is asked for, and at most (graph/api/channel-list-messages). */
const [USUAL, MOST] = [20, 50]

const sizeOf = (top: unknown): number => {
  if (top === undefined) return USUAL
  const size = typeof top === 'string' && /^\d{1,3}$/u.test(top) ? Number(top) : 0
  if (size < 1 || size > MOST) throw new GraphFailure(400, 'BadRequest', `The limit of '${String(MOST)}' for Top query has been exceeded.`)
  return size
}

const attachment = ({ contentType, content, ...rest }: NonNullable<LocalMessage['attachments']>[number], id: string) => ({
  id,
  contentType,
  contentUrl: null,
  // a card comes as text, not as an object
  content: content === undefined ? null : JSON.stringify(content),
  name: typeof rest['name'] === 'string' ? rest['name'] : null,
  thumbnailUrl: null,
})

const shown = (message: LocalMessage, { tenantId, id: channelId, team }: LocalConversation): ChatMessage => {
  const isBot = message.fromBot
  const identity = { id: message.from.id.replace(/^2[89]:/u, ''), displayName: message.from.name }
  return {
    id: message.id,
    replyToId: null,
    etag: message.id,
    messageType: 'message',
    createdDateTime: message.sentAt,
    lastModifiedDateTime: message.editedAt ?? message.sentAt,
    lastEditedDateTime: message.editedAt ?? null,
    deletedDateTime: message.deleted === true ? (message.editedAt ?? message.sentAt) : null,
    subject: null,
    summary: message.deleted === true ? null : (message.summary ?? null),
    importance: 'normal',
    locale: 'en-us',
    webUrl: `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${message.id}?tenantId=${tenantId}`,
    from: { application: isBot ? identity : null, device: null, user: isBot ? null : identity },
    body: { contentType: 'html', content: message.deleted === true ? '' : (message.text ?? `<attachment id="${message.id}"></attachment>`) },
    channelIdentity: { teamId: team?.aadGroupId ?? '', channelId },
    attachments: message.deleted === true ? [] : (message.attachments ?? []).map((one) => attachment(one, message.id)),
    mentions: [],
    reactions: [],
  }
}

/** Threads of a channel, newest first, without their replies; as the app, in its own tenant, where the app is in the team. */
export const channelMessages =
  (chats: GraphChats) =>
  ({ token, team, channel, query }: Asked): GraphAnswer => {
    const ofTeam = chats.conversations().filter((one) => one.tenantId === token.tenantId && one.team?.aadGroupId === team)
    if (ofTeam.length === 0) throw new GraphFailure(404, 'NotFound', `No team found with Group Id ${team}`)
    // resource-specific consent comes with the app's installation in the team, and goes with it
    if (!ofTeam.some(({ id }) => chats.hasBot(id)))
      throw new GraphFailure(
        403,
        'Forbidden',
        "Missing role permissions on the request. API requires one of 'ChannelMessage.Read.All, ChannelMessage.Read.Group'.",
      )
    const found = ofTeam.find(({ id }) => id === channel)
    if (!found) throw new GraphFailure(404, 'NotFound', `NotFound: thread id ${channel} is not found in the team.`)
    const { $top, $skiptoken: before, ...others } = query
    const [unknown] = Object.keys(others)
    if (unknown !== undefined) throw new GraphFailure(400, 'BadRequest', `Query option '${unknown.replace('$', '')}' is not allowed.`)

    const size = sizeOf($top)
    const threads = chats
      .messagesIn(channel)
      .filter(({ id, root }) => id === root && (typeof before !== 'string' || Number(id) < Number(before)))
      .toReversed()
    const value = threads.slice(0, size).map((message) => shown(message, found))
    const path = `/teams/${team}/channels/${encodeURIComponent(channel)}/messages`
    const next = `https://graph.microsoft.com/v1.0${path}?$top=${size.toString()}&$skiptoken=${value.at(-1)?.id ?? ''}`
    const context = `https://graph.microsoft.com/v1.0/$metadata#teams('${team}')/channels('${encodeURIComponent(channel)}')/messages`
    return { status: 200, body: { '@odata.context': context, '@odata.count': value.length, ...(threads.length > size && { '@odata.nextLink': next }), value } }
  }
