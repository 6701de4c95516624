import { Router, type Request } from 'express'
import * as z from 'zod'
import { placeOf, type ChatStore } from '../connector/chat-store.ts'
import { BOT_ID, BOT_NAME } from '../connector/ids.ts'
import type { Announce } from './announce.ts'
import type { chat, chatMessages, chats } from '../page-contract.ts'

const asker = z.object({ tenantId: z.string(), objectId: z.string() })
const askerIn = asker.extend({ conversation: z.string() })

export interface ChatRouteParts {
  readonly store: ChatStore
  readonly announce: Announce
  /** the name of the organisation of a tenant */
  readonly hostOf: (tenantId: string) => string
}

/** What the local page shows of Teams: one person's conversations, what was said in them, and that something changed. */
export const chatRoutes = ({ store, announce, hostOf }: ChatRouteParts): Router & { endStreams: () => void } => {
  const router = Router()
  const streams = new Set<() => void>()

  router.get('/', (request, response) => {
    const person = asker.safeParse(request.query)
    if (!person.success) {
      response.status(400).json({ error: { code: 'BadRequest', message: 'Say whose chats: tenantId and objectId.' } })
      return
    }
    const items = store.conversations().flatMap((conversation): z.input<typeof chat>[] => {
      const place = placeOf(conversation, person.data)
      if (!place) return []
      const members = conversation.members.map(({ account: { id, name, userRole } }) => ({ id, name, isGuest: userRole === 'guest' }))
      const { account } = place
      const me = { id: account.id, name: account.name, isGuest: account.userRole === 'guest' }
      return [{ id: conversation.id, kind: conversation.kind, name: conversation.name, host: hostOf(conversation.tenantId), me, members }]
    })
    const answer: z.input<typeof chats> = { bot: { id: BOT_ID, name: BOT_NAME }, items }
    response.json(answer)
  })

  const conversationOf = (request: Request) => {
    const asked = askerIn.safeParse(request.query)
    const conversation = asked.success ? store.conversation(asked.data.conversation) : undefined
    return asked.success && conversation && placeOf(conversation, asked.data) ? conversation : undefined
  }
  const notFound = { error: { code: 'NotFound', message: 'There is no such conversation for this person.' } }

  router.get('/messages', (request, response) => {
    const conversation = conversationOf(request)
    if (!conversation) {
      response.status(404).json(notFound)
      return
    }
    const answer: z.input<typeof chatMessages> = { items: store.messagesIn(conversation.id).map((message) => ({ ...message })) }
    response.json(answer)
  })

  /** Opening a chat for the first time is what installs the bot in it. */
  router.post('/opened', async (request, response) => {
    const conversation = conversationOf(request)
    if (!conversation) response.status(404).json(notFound)
    else response.json({ announced: await announce(conversation) })
  })

  /** Server-sent events: the id of each conversation in which something changed. */
  router.get('/changes', (_request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.flushHeaders()
    response.write(': open\n\n')
    const forget = store.onChange((conversationId) => response.write(`data: ${JSON.stringify({ conversation: conversationId })}\n\n`))
    const end = (): void => {
      response.end()
    }
    streams.add(end)
    response.on('close', () => {
      forget()
      streams.delete(end)
    })
  })

  return Object.assign(router, { endStreams: () => [...streams].forEach((end) => end()) })
}
