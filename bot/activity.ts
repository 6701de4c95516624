import * as z from 'zod'

const text = z.string().max(5000)
/** The parts of an activity that the bot looks at; everything else passes by unread. */
export const incomingActivity = z.looseObject({
  type: text.min(1),
  id: text.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/u }),
  conversation: z.looseObject({
    id: text.min(1),
    tenantId: text.optional(),
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional(),
    name: text.nullish(),
  }),
  from: z.looseObject({ id: text.min(1), aadObjectId: text.optional() }),
  recipient: z.looseObject({ id: text }).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text.optional() }).optional(),
      team: z.looseObject({ name: text.nullish() }).nullish(),
      channel: z.looseObject({ name: text.nullish() }).nullish(),
    })
    .nullish(),
  /** people paste long texts; only the beginning is read */
  text: z.string().max(200_000).nullish(),
  action: text.optional(),
  replyToId: text.nullish(),
  value: z.unknown().optional(),
})
export type IncomingActivity = z.output<typeof incomingActivity>

/** `19:…@thread.tacv2;messageid=…` is a thread of the channel before the semicolon. */
export const withoutThread = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? conversationId

export const placeOf = ({ conversation }: IncomingActivity): 'personal' | 'channel' => (kindOf(conversation) === 'personal' ? 'personal' : 'channel')

/** Some activities leave the type out; a personal chat is never `19:`, a group chat or channel always. */
export const kindOf = ({ id, conversationType }: IncomingActivity['conversation']): 'personal' | 'group' | 'channel' => {
  if (conversationType !== undefined) return conversationType === 'groupChat' ? 'group' : conversationType
  if (!id.startsWith('19:')) return 'personal'
  return withoutThread(id).endsWith('@thread.v2') ? 'group' : 'channel'
}

/** The tenant that hosts the conversation; undefined when the activity does not say it, or says two. */
export const hostTenantOf = ({ conversation, channelData }: IncomingActivity): string | undefined => {
  const named = [conversation.tenantId, channelData?.tenant?.id].flatMap((tenant) => (tenant ? [tenant.toLowerCase()] : []))
  return new Set(named).size === 1 ? named[0] : undefined
}
