import * as z from 'zod'
import type { Draft } from './chat-store.ts'
import { BOT_ID, BOT_NAME } from './ids.ts'
import { badSyntax, tooBig, type ConnectorRefusal } from './refusals.ts'

/** Bytes of a message as Teams counts them, in UTF-16 (Microsoft Learn, "Format your bot messages": about 100 KB). */
const LARGEST = 100 * 1024

const sentActivity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  summary: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
})

export type SentActivity =
  { readonly kind: 'message'; readonly draft: Draft } | { readonly kind: 'signal' } | { readonly kind: 'refused'; readonly refusal: ConnectorRefusal }

/** Reads what the bot sends: a message that will be stored, a signal such as `typing` that will not, or why it is refused. */
export const readSentActivity = (body: unknown): SentActivity => {
  const parsed = sentActivity.safeParse(body)
  if (!parsed.success) return { kind: 'refused', refusal: badSyntax('The activity cannot be read.') }
  const { type, text, summary, attachments } = parsed.data
  if (type !== 'message') return { kind: 'signal' }
  if (JSON.stringify(body).length * 2 > LARGEST) return { kind: 'refused', refusal: tooBig }
  if (!text && !attachments?.length) return { kind: 'refused', refusal: badSyntax('A message needs a text or an attachment.') }
  const draft: Draft = {
    from: { id: BOT_ID, name: BOT_NAME },
    fromBot: true,
    ...(text !== undefined && { text }),
    ...(summary !== undefined && { summary }),
    ...(attachments !== undefined && { attachments }),
  }
  return { kind: 'message', draft }
}
