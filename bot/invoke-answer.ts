import type { DialogAnswer } from './dialogs/dialog.ts'
import { dialogStepOf } from './pressed.ts'
import type { Answer } from './turn.ts'

/** The body of an answer to a card's button or refresh (Universal Actions); the body carries its own status. */
export interface InvokeBody {
  readonly statusCode: 200
  readonly type: 'application/vnd.microsoft.card.adaptive' | 'application/vnd.microsoft.activity.message'
  readonly value: object | string
}

/** The body of an answer to a dialog: its next card, or a sentence that ends it. */
export interface DialogBody {
  readonly task:
    | { readonly type: 'message'; readonly value: string }
    | {
        readonly type: 'continue'
        readonly value: {
          readonly title: string
          readonly height: 'medium'
          readonly width: 'medium'
          readonly card: { readonly contentType: 'application/vnd.microsoft.card.adaptive'; readonly content: object }
        }
      }
}

export const dialogBody = (answer: DialogAnswer): DialogBody =>
  answer.kind === 'text'
    ? { task: { type: 'message', value: answer.text } }
    : {
        task: {
          type: 'continue',
          value: {
            title: answer.title,
            height: 'medium',
            width: 'medium',
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content: answer.card },
          },
        },
      }

/** A sentence in place of a card, as the invoke of that name takes it; the card that the person had stays. */
export const sentenceBody = (invokeName: string | undefined, sentence: string): InvokeBody | DialogBody =>
  dialogStepOf(invokeName) === undefined
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
    : dialogBody({ kind: 'text', text: sentence })

export const invokeBody = (answer: Answer): InvokeBody | DialogBody =>
  answer.kind === 'card' ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card } : sentenceBody(undefined, answer.text)
