import * as z from 'zod'
import type { Now } from '../../core/plain-date.ts'
import { memberIn, type ChatStore } from '../connector/chat-store.ts'
import type { LocalConversation } from '../connector/conversation.ts'
import { BOT_ID, threadOf } from '../connector/ids.ts'
import { isLoopbackUrl } from '../loopback.ts'
import { envelope } from './complete-activity.ts'
import type { BotAnswer, Deliver } from './deliver.ts'
import { isDialogAnswer, isDialogInvoke, mayBeSent } from './dialog-invoke.ts'

const activity = z.looseObject({
  type: z.string().min(1),
  name: z.string().optional(),
  action: z.string().optional(),
  serviceUrl: z.string().optional(),
  text: z.string().max(28_000).optional(),
  value: z.unknown().optional(),
  from: z.looseObject({ id: z.string() }).optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
  entities: z.array(z.looseObject({ type: z.string(), mentioned: z.looseObject({ id: z.string() }).optional() })).optional(),
})
type SentActivity = z.output<typeof activity>

export interface Parts {
  readonly store: ChatStore
  readonly deliver: Deliver
  readonly now: Now
  readonly serviceUrl: string
}

const refused = (status: number, message: string): BotAnswer => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify({ error: { code: 'BadRequest', message } }),
})

/** In a channel or a group chat Teams brings the bot only what names it. */
const reachesBot = (sent: SentActivity, conversation: LocalConversation): boolean =>
  sent.type !== 'message' ||
  conversation.kind === 'personal' ||
  sent.value !== undefined ||
  (sent.entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === BOT_ID)

/** Something that a person of the demo did in a conversation of the demo. */
const receiveOwn = async ({ store, deliver, now, serviceUrl }: Parts, sent: SentActivity): Promise<BotAnswer> => {
  const conversation = sent.conversation && store.conversation(sent.conversation.id)
  const member = conversation && memberIn(conversation, sent.from?.id)
  if (!sent.conversation || !conversation) return refused(404, 'There is no such conversation in the demo region.')
  if (!member) return refused(403, 'The sender is no member of this conversation.')

  const isInstallation = sent.type === 'installationUpdate'
  if (isInstallation) await store.setBot(conversation.id, sent.action !== 'remove')
  if (isDialogInvoke(sent) && !mayBeSent(sent))
    return refused(400, 'A dialog needs the data of a button that opens one (msteams.type task/fetch), or of its own card.')
  const { root } = threadOf(sent.conversation.id)
  const { id: from, name } = member.account
  const said =
    sent.type === 'message' && sent.text !== undefined
      ? await store.add(conversation.id, root, { from: { id: from, name }, fromBot: false, text: sent.text })
      : undefined
  if (!reachesBot(sent, conversation) || (!store.hasBot(conversation.id) && !isInstallation)) return { status: 202, contentType: undefined, body: '' }

  const thread = conversation.team && !isInstallation ? (root ?? said?.root) : undefined
  const answer = await deliver({ ...sent, ...envelope(conversation, member, thread, { id: said?.id ?? store.nextId(), at: now(), serviceUrl }) })
  return isDialogInvoke(sent) && !isDialogAnswer(sent, answer) ? refused(502, 'The bot answered with no dialog that can be shown.') : answer
}

/**
 * `POST /local/messages`: an unsigned activity. One with another serviceUrl comes from a Bot Framework client on this machine, which keeps its own
 * conversations: it is signed and passed on as it is. Refuses a serviceUrl elsewhere (400), an unknown conversation (404), a sender who is no member (403).
 */
export const receiveActivity =
  (parts: Parts) =>
  async (body: unknown): Promise<BotAnswer> => {
    const parsed = activity.safeParse(body)
    if (!parsed.success) return refused(400, 'This is no activity: it needs at least a type.')
    const { serviceUrl } = parsed.data
    if (serviceUrl === undefined || serviceUrl === parts.serviceUrl) return receiveOwn(parts, parsed.data)
    if (!isLoopbackUrl(serviceUrl)) return refused(400, 'The serviceUrl must be a loopback address, for example http://127.0.0.1:56150.')
    return parts.deliver({ channelId: 'msteams', ...parsed.data, serviceUrl })
  }
