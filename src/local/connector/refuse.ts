import type { RequestHandler, Response } from 'express'
import type { ChatStore } from './chat-store.ts'
import { botNotInRoster, conversationNotFound, type ConnectorRefusal } from './refusals.ts'

export const refuseWith = (response: Response, { status, retryAfter, body }: ConnectorRefusal): void => {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter))
  response.status(status).json(body)
}

/** Finds the conversation of the path and lets on only a bot that is in it. */
export const inConversation =
  (store: ChatStore): RequestHandler<{ id: string }> =>
  (request, response, next) => {
    const conversation = store.conversation(request.params.id)
    if (!conversation) refuseWith(response, conversationNotFound)
    else if (!store.hasBot(conversation.id)) refuseWith(response, botNotInRoster)
    else next()
  }
