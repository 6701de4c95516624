import * as z from 'zod'
import type { BotAnswer } from './deliver.ts'

/** What asks a bot for a dialog, and what sends one back filled in. */
const NAMES = ['task/fetch', 'task/submit']

const card = z.looseObject({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: z.looseObject({ type: z.literal('AdaptiveCard') }) })
const size = z.union([z.enum(['small', 'medium', 'large']), z.number().positive()]).optional()
const https = z.url({ protocol: /^https$/u })
const info = z.looseObject({ title: z.string().optional(), height: size, width: size })
const answer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string().min(1) }),
    z.object({ type: z.literal('continue'), value: z.union([info.extend({ card }), info.extend({ url: https })]) }),
  ]),
})

const asked = z.looseObject({ data: z.looseObject({}) })
const ofFetch = asked.extend({ data: z.looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) }) })

interface Invoke {
  readonly type: string
  readonly name?: unknown
  readonly value?: unknown
}
export const isDialogInvoke = ({ type, name }: Invoke): boolean => type === 'invoke' && typeof name === 'string' && NAMES.includes(name)

/** A dialog opens from a button that says `task/fetch`, and comes back with the data of its card; anything else Teams does not send. */
export const mayBeSent = ({ name, value }: Invoke): boolean => (name === 'task/fetch' ? ofFetch : asked).safeParse(value).success

/** Bytes of an answer that Teams still takes, in UTF-16, as for messages. */
const LARGEST = 100 * 1024

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Whether Teams would draw it: a card or an https page, a sentence, or, for a dialog that was sent, nothing, which closes it. */
export const isDialogAnswer = ({ name }: Invoke, { status, body }: BotAnswer): boolean => {
  if (status !== 200 || body.length * 2 > LARGEST) return false
  if (body === '') return name === 'task/submit'
  return answer.safeParse(parsed(body)).success
}
