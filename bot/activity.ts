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
      team: z
        .looseObject({
          name: text.nullish(),
          /** left out by most activities */
          aadGroupId: z.guid().nullish().catch(undefined),
        })
        .nullish(),
      channel: z.looseObject({ id: text.nullish(), name: text.nullish() }).nullish(),
      eventType: text.nullish(),
    })
    .nullish(),
  /** people paste long texts; only the beginning is read */
  text: z.string().max(200_000).nullish(),
  action: text.optional(),
  membersAdded: z.array(z.looseObject({ id: text })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: text })).nullish(),
  replyToId: text.nullish(),
  value: z.unknown().optional(),
})
export type IncomingActivity = z.output<typeof incomingActivity>

/** `19:…@thread.tacv2;messageid=…` is a thread of the channel before the semicolon. */
export const withoutThread = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? conversationId

export const placeOf = ({ conversation }: IncomingActivity): 'personal' | 'channel' => (kindOf(conversation) === 'personal' ? 'personal' : 'channel')

/** What is told of a channel comes in the name of its team: the channel is the one that the activity names beside it. */
export const channelIdOf = ({ conversation, channelData }: IncomingActivity): string =>
  withoutThread((kindOf(conversation) === 'channel' ? channelData?.channel?.id : undefined) ?? conversation.id)

/** The app was taken out of the conversation, or the channel is no more. */
export const isTheEnd = ({ type, action, membersRemoved, recipient, channelData }: IncomingActivity): boolean =>
  (type === 'installationUpdate' && (action === 'remove' || action === 'remove-upgrade')) ||
  channelData?.eventType === 'channelDeleted' ||
  (membersRemoved ?? []).some(({ id }) => id === recipient?.id)

/** Somebody joined or left, beside the app itself. */
export const changesReaders = ({ type, membersAdded, membersRemoved, recipient }: IncomingActivity): boolean =>
  type === 'conversationUpdate' && [...(membersAdded ?? []), ...(membersRemoved ?? [])].some(({ id }) => id !== recipient?.id)

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
