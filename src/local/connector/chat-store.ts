import { join } from 'node:path'
import * as z from 'zod'
import type { Now } from '../../core/plain-date.ts'
import { readStateFile, stateFile } from '../state-file.ts'
import type { LocalConversation, LocalMember, LocalMessage } from './conversation.ts'
import { conversationsOf, type Region } from './region.ts'
import { threadOf } from './ids.ts'

const storedMessage = z.object({
  id: z.string(),
  root: z.string(),
  from: z.object({ id: z.string(), name: z.string() }),
  fromBot: z.boolean(),
  sentAt: z.string(),
  editedAt: z.string().optional(),
  deleted: z.literal(true).optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
})
const stored = z.object({
  lastId: z.number(),
  messages: z.record(z.string(), z.array(storedMessage)),
  /** conversations that the bot has been told about */
  announced: z.array(z.string()),
  /** conversations that the bot was taken out of */
  absent: z.array(z.string()),
})

/** Newest messages that are kept of one conversation, so that a demo that runs for months stays small. */
const KEPT = 1000

export type Draft = Omit<LocalMessage, 'id' | 'root' | 'sentAt'>

/** What was said in the demo region, kept in one file: whatever was answered with success is there after a restart. */
export const chatStore = async ({ dataDir, region, now }: { dataDir: string; region: Region; now: Now }) => {
  const path = join(dataDir, 'local', 'chats.json')
  const file = stateFile(path)
  const was = stored.parse((await readStateFile(path)) ?? { lastId: 0, messages: {}, announced: [], absent: [] })
  const conversations = new Map(conversationsOf(region).map((conversation) => [conversation.id, conversation]))
  const messages = new Map<string, readonly LocalMessage[]>(Object.entries(was.messages) as [string, LocalMessage[]][])
  const announced = new Set(was.announced)
  const absent = new Set(was.absent)
  const listeners = new Set<(conversationId: string) => void>()
  let lastId = was.lastId

  const save = async (conversationId: string): Promise<void> => {
    await file.save(() => ({ lastId, messages: Object.fromEntries(messages), announced: [...announced], absent: [...absent] }))
    for (const tell of listeners) tell(conversationId)
  }
  /** A team's id is also the id of its first channel, whose roster is the team's: people of other tenants are in a shared channel, not in its team. */
  const generalOf = (teamId: string): LocalConversation | undefined => {
    const channel = [...conversations.values()].find(({ team }) => team?.id === teamId)
    return (
      channel && {
        ...channel,
        id: teamId,
        kind: 'agency',
        name: 'General',
        members: channel.members.filter(({ account }) => account.tenantId === channel.tenantId),
      }
    )
  }
  const messagesIn = (conversationId: string): readonly LocalMessage[] => messages.get(conversationId) ?? []
  /** Teams numbers messages by the millisecond; two in one millisecond still differ. */
  const nextId = (): string => {
    lastId = Math.max(lastId + 1, now().getTime())
    return String(lastId)
  }
  const replace = async (conversationId: string, id: string, change: (message: LocalMessage) => LocalMessage): Promise<void> => {
    messages.set(
      conversationId,
      messagesIn(conversationId).map((message) => (message.id === id ? change(message) : message)),
    )
    await save(conversationId)
  }

  return {
    conversations: (): readonly LocalConversation[] => [...conversations.values()],
    /** Takes the ids of threads and teams too. */
    conversation: (id: string): LocalConversation | undefined => conversations.get(threadOf(id).id) ?? generalOf(threadOf(id).id),
    messagesIn,
    nextId,
    message: (conversationId: string, id: string): LocalMessage | undefined =>
      messagesIn(conversationId).find((message) => message.id === id && !message.deleted),
    add: async (conversationId: string, root: string | undefined, draft: Draft): Promise<LocalMessage> => {
      const id = nextId()
      const message: LocalMessage = { ...draft, id, root: root ?? id, sentAt: now().toISOString() }
      messages.set(conversationId, [...messagesIn(conversationId), message].slice(-KEPT))
      await save(conversationId)
      return message
    },
    edit: (conversationId: string, id: string, draft: Draft): Promise<void> =>
      replace(conversationId, id, ({ root, sentAt }) => ({ ...draft, id, root, sentAt, editedAt: now().toISOString() })),
    remove: (conversationId: string, id: string): Promise<void> =>
      replace(conversationId, id, ({ root, sentAt, from, fromBot }) => ({ id, root, sentAt, from, fromBot, deleted: true })),
    isAnnounced: (conversationId: string): boolean => announced.has(conversationId),
    announce: async (conversationId: string): Promise<void> => {
      announced.add(conversationId)
      await save(conversationId)
    },
    hasBot: (conversationId: string): boolean => !absent.has(conversationId),
    setBot: async (conversationId: string, isThere: boolean): Promise<void> => {
      if (isThere) absent.delete(conversationId)
      else absent.add(conversationId)
      await save(conversationId)
    },
    onChange: (listener: (conversationId: string) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: file.settled,
  }
}
export type ChatStore = Awaited<ReturnType<typeof chatStore>>

/** The member with this roster id or this account's object id. */
export const memberIn = (conversation: LocalConversation, id: string | undefined): LocalMember | undefined =>
  conversation.members.find(({ account }) => account.id === id || account.aadObjectId === id)

/** The place of somebody who signed in at home; undefined where they are no member. */
export const placeOf = (conversation: LocalConversation, person: { readonly tenantId: string; readonly objectId: string }): LocalMember | undefined =>
  conversation.members.find(({ home }) => home.tenantId === person.tenantId && home.objectId === person.objectId)
