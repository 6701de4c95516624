import type { ErrorResponse } from 'botframework-schema'

/** A refusal of the Bot Connector in the shape and with the codes that the real one uses. */
export interface ConnectorRefusal {
  readonly status: number
  /** seconds */
  readonly retryAfter?: number
  readonly body: ErrorResponse
}

const refusal = (status: number, code: string, message: string, retryAfter?: number): ConnectorRefusal => ({
  status,
  ...(retryAfter !== undefined && { retryAfter }),
  body: { error: { code, message, innerHttpError: { statusCode: status, body: undefined } } },
})

export const unauthorised = refusal(401, 'AuthorizationFailed', 'Authorization has been denied for this request.')
export const conversationNotFound = refusal(404, 'ConversationNotFound', 'Conversation not found.')
export const activityNotFound = refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in this conversation.')
export const memberNotFound = refusal(404, 'MemberNotFoundInConversation', 'The member was not found in this conversation.')
export const botNotInRoster = refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
export const notTheBotsMessage = refusal(403, 'ForbiddenOperationException', 'The bot may change its own messages only.')
export const tooBig = refusal(413, 'MessageSizeTooBig', 'Message size too large.')
export const badSyntax = (message: string): ConnectorRefusal => refusal(400, 'BadSyntax', message)
/** @param seconds until the next send of this thread will be taken */
export const throttled = (seconds: number): ConnectorRefusal => refusal(429, 'TooManyRequests', 'API calls quota exceeded!', seconds)
export const toldToFail = (status: number, retryAfter?: number): ConnectorRefusal =>
  refusal(status, status === 429 ? 'TooManyRequests' : 'ServiceError', 'The local Bot Connector was told to fail.', retryAfter)
