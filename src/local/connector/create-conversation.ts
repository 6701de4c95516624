import type { ConversationResourceResponse } from 'botframework-schema'
import type { RequestHandler } from 'express'
import * as z from 'zod'
import { memberIn, type ChatStore } from './chat-store.ts'
import type { LocalConversation } from './conversation.ts'
import { threadId, threadOf } from './ids.ts'
import { badSyntax, botNotInRoster, conversationNotFound, memberNotFound, throttled, type ConnectorRefusal } from './refusals.ts'
import { refuseWith } from './refuse.ts'
import { readSentActivity } from './sent-activity.ts'

const parameters = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional(), tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: z.unknown().optional(),
})

type Found = LocalConversation | ConnectorRefusal
const isRefusal = (found: Found): found is ConnectorRefusal => 'status' in found

/** One-to-one chats are found by person and tenant; a channel is named. A bot can make neither channels nor group chats. */
const find = (store: ChatStore, asked: z.output<typeof parameters>): Found => {
  const channel = asked.channelData?.channel?.id
  if (channel !== undefined) return store.conversation(channel) ?? conversationNotFound
  const tenantId = asked.tenantId ?? asked.channelData?.tenant?.id
  const [member, ...others] = asked.members ?? []
  if (!member || others.length > 0 || asked.isGroup === true) return badSyntax('A bot can begin a chat with exactly one person, or a thread in a channel.')
  if (tenantId === undefined) return badSyntax('The tenant of the person is missing.')
  const chat = store.conversations().find((one) => one.kind === 'personal' && one.tenantId === tenantId && memberIn(one, member.id))
  return chat ?? memberNotFound
}

/** `POST /v3/conversations`: the personal chat with one person, or a new thread in a channel. */
export const createConversation =
  ({ store, serviceUrl, limit }: { store: ChatStore; serviceUrl: string; limit: (thread: string) => number | undefined }): RequestHandler =>
  async (request, response) => {
    const asked = parameters.safeParse(request.body)
    const found = asked.success ? find(store, asked.data) : badSyntax('The conversation cannot be read.')
    if (!asked.success || isRefusal(found)) {
      if (isRefusal(found)) refuseWith(response, found)
      return
    }
    if (!store.hasBot(found.id)) {
      refuseWith(response, botNotInRoster)
      return
    }
    const isThread = found.kind !== 'personal'
    const sent = asked.data.activity === undefined ? undefined : readSentActivity(asked.data.activity)
    const wait = limit(threadOf(found.id).id)
    if (sent?.kind === 'refused') refuseWith(response, sent.refusal)
    else if (isThread && sent?.kind !== 'message') refuseWith(response, badSyntax('A new thread needs its first message.'))
    else if (wait !== undefined) refuseWith(response, throttled(wait))
    else {
      const activityId = sent?.kind === 'message' ? (await store.add(found.id, undefined, sent.draft)).id : ''
      const made: ConversationResourceResponse = { id: isThread ? threadId(found.id, activityId) : found.id, activityId, serviceUrl }
      response.status(201).json(made)
    }
  }
