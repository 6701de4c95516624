import type { Answer } from './turn.ts'

/** The body of an answer to a card's button or refresh (Universal Actions); the body carries its own status. */
export interface InvokeBody {
  readonly statusCode: 200
  readonly type: 'application/vnd.microsoft.card.adaptive' | 'application/vnd.microsoft.activity.message'
  readonly value: object | string
}

/** A sentence in place of a card; the card that the person had stays. */
export const messageAnswer = (sentence: string): InvokeBody => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence })

export const invokeAnswer = (answer: Answer): InvokeBody =>
  answer.kind === 'card' ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card } : messageAnswer(answer.text)
