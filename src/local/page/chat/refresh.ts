import * as z from 'zod'
import { invoke, type Chat, type InvokeAnswer, type Message } from '../api.ts'

const refreshable = z.object({
  refresh: z.object({
    action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.string(), id: z.string().optional(), data: z.unknown() }),
    userIds: z.array(z.string()).optional(),
  }),
})
export type Refresh = z.output<typeof refreshable>['refresh']

export const cardOf = (message: Message): unknown =>
  message.attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')?.content

export const refreshOf = (card: unknown): Refresh | undefined => {
  const parsed = refreshable.safeParse(card)
  return parsed.success ? parsed.data.refresh : undefined
}

/** Teams refreshes by itself for the people the card names, or for everybody where it names nobody and at most 60 are there. */
const SMALL = 60
export const refreshesItself = ({ userIds }: Refresh, chat: Chat): boolean => (userIds ? userIds.includes(chat.me.id) : chat.members.length <= SMALL)

/** A press on a card's button, or its refresh, as the channel sends it. */
export const executing = (
  chat: Chat,
  message: Message,
  action: { readonly verb: string; readonly data: unknown; readonly id?: string | undefined },
  trigger: 'automatic' | 'manual',
) => ({
  from: { id: chat.me.id },
  conversation: { id: threadOf(chat, message) },
  replyToId: message.id,
  value: { action: { type: 'Action.Execute', verb: action.verb, data: action.data, ...(action.id !== undefined && { id: action.id }) }, trigger },
})

const isChannel = ({ kind }: Chat): boolean => kind === 'agency' || kind === 'regional' || kind === 'shared'
/** A message of a channel belongs to the thread that its first message began. */
export const threadOf = (chat: Chat, { root }: Pick<Message, 'root'>): string => (isChannel(chat) ? `${chat.id};messageid=${root}` : chat.id)

/** Milliseconds: Teams asks for a card again only when the last time is longer ago. */
const FRESH = 60_000
const kept = new Map<string, { readonly at: number; readonly answer: Promise<InvokeAnswer> }>()

/** This person's own view of a card, asked for as Teams does when the card comes into view. An edited card is another one. */
export const refreshOnView = (chat: Chat, message: Message, refresh: Refresh): Promise<InvokeAnswer> => {
  const key = JSON.stringify([chat.me.id, chat.id, message.id, message.editedAt])
  const before = kept.get(key)
  if (before && Date.now() - before.at < FRESH) return before.answer
  const answer = invoke(executing(chat, message, refresh.action, 'automatic'))
  kept.set(key, { at: Date.now(), answer })
  return answer
}
