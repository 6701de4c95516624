import type { Changing, ConversationAddress, OutboundPort, Sending } from '../src/posts/ports.ts'
import { withoutThread } from './activity.ts'
import { ConnectorProblem, isGuestAccount, objectIdOf, type ConnectorClient, type ConnectorMember } from './connector-client.ts'

/** Seconds to wait where Teams does not say: long enough for a busy thread to calm down (60 messages in 30 s are taken). */
const BUSY = 30

const messageOf = (card: object, summary: string): object => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
})

const isChannel = (conversationId: string): boolean => /@thread\.(?:tacv2|skype)$/u.test(conversationId)

const UNDONE = [401, 412, 429]
/** No answer, one that cannot be read, or a failure on the way back: Teams may have done what it was asked. */
const mayBeDone = ({ status, neverLeft }: ConnectorProblem): boolean => (status === undefined ? !neverLeft : status < 300 || status === 408 || status >= 500)

/**
 * Sorts what went wrong: Teams did nothing (busy, or the token was refused: try again, when it says so), may have done it, or does not
 * want the bot or does not find it there (stop trying; the conversation is kept, because a 404 is now and then wrong). Anything else is
 * our mistake and throws.
 */
const classify = (error: unknown): Exclude<Sending, { kind: 'delivered' }> => {
  if (!(error instanceof ConnectorProblem)) throw error
  const { status, retryAfter, neverLeft, message } = error
  if (status === 403 || status === 404) return { kind: 'unreachable', problem: `${message}: the app may have been taken out of the conversation` }
  if (mayBeDone(error)) return { kind: 'open', afterSeconds: retryAfter ?? 0, problem: message }
  if (!neverLeft && !UNDONE.includes(status ?? 0)) throw error
  // 401: the token was refused; a partner that has just consented, or a secret that is being renewed
  return { kind: 'retry', afterSeconds: retryAfter ?? (status === 401 ? 300 : BUSY), problem: message }
}

/**
 * The conversation is there, the message is not: somebody deleted it. Teams says so by code; for a message that was there once it has also
 * been seen to answer 403 with a ServiceError (github.com/microsoft/BotFramework-Services/issues/269). Any other 403 or 404 is about the
 * conversation.
 */
const isGone = (error: unknown): boolean =>
  error instanceof ConnectorProblem &&
  ((error.status === 404 && error.code === 'ActivityNotFoundInConversation') || (error.status === 403 && error.code === 'ServiceError'))

const post = async (send: () => Promise<string>): Promise<Sending> => {
  try {
    return { kind: 'delivered', activityId: await send() }
  } catch (error) {
    return classify(error)
  }
}

/** A change that was done already is done again without harm, so what may be done is tried again. */
const change = async (send: () => Promise<string>): Promise<Changing> => {
  try {
    return { kind: 'delivered', activityId: await send() }
  } catch (error) {
    if (isGone(error)) return { kind: 'gone' }
    const found = classify(error)
    return found.kind === 'open' ? { kind: 'retry', afterSeconds: found.afterSeconds || BUSY, problem: found.problem } : found
  }
}

/** A new thread: `id` is the thread's (`19:…;messageid=N`), so the message's own id is `activityId`, or else N. */
const threadMessageId = ({ id, activityId }: { readonly id: string; readonly activityId?: string | null | undefined }): string => {
  const messageId = activityId || id.split(';messageid=')[1]
  if (!messageId) throw new ConnectorProblem('Teams did not say which message it made', { status: 201 })
  return messageId
}

const allMembers = async (client: ConnectorClient, { serviceUrl, conversationId }: ConversationAddress): Promise<readonly ConnectorMember[]> => {
  const members: ConnectorMember[] = []
  let token: string | undefined
  do {
    const page = await client.membersPage(serviceUrl, withoutThread(conversationId), token)
    members.push(...page.members)
    token = page.continuationToken || undefined
  } while (token !== undefined)
  return members
}

/** The bot's way out, for posts: sends once, says what became of it, and leaves repeating to the outbox. */
export const outbound = ({ client, appId }: { readonly client: ConnectorClient; readonly appId: string }): OutboundPort => ({
  postCard: (to, card, summary) =>
    post(async () => {
      const conversationId = withoutThread(to.conversationId)
      const activity = messageOf(card, summary)
      if (!isChannel(conversationId)) return (await client.send(to.serviceUrl, conversationId, activity)).id
      const thread = await client.create(to.serviceUrl, {
        isGroup: true,
        bot: { id: `28:${appId}` },
        tenantId: to.tenantId,
        channelData: { channel: { id: conversationId }, tenant: { id: to.tenantId } },
        activity,
      })
      return threadMessageId(thread)
    }),
  updateCard: (to, activityId, card, summary) =>
    change(async () => {
      await client.update(to.serviceUrl, withoutThread(to.conversationId), activityId, { ...messageOf(card, summary), id: activityId })
      return activityId
    }),
  deleteCard: async (to, activityId) => {
    const delivery = await change(async () => {
      await client.remove(to.serviceUrl, withoutThread(to.conversationId), activityId)
      return activityId
    })
    return delivery.kind === 'gone' ? { kind: 'delivered', activityId } : delivery
  },
  membersOf: async (conversation) =>
    (await allMembers(client, conversation)).map((member) => ({
      tenantId: member.tenantId ?? null,
      objectId: objectIdOf(member),
      isGuest: isGuestAccount(member),
    })),
})
