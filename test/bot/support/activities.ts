import { APP_ID, LEICS_TENANT, PRIYA } from './channel.ts'

let count = 1
export const PERSONAL_CHAT = 'a:1personal-priya'
export const CHANNEL_ID = '19:regional0000@thread.tacv2'
export const PRIYA_MRI = '29:1priya'

/** What Teams sends for a person in their own chat with the bot. */
export const inChat = (serviceUrl: string, more: object = {}) => ({
  type: 'message',
  id: `activity-${count++}`,
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: PERSONAL_CHAT, conversationType: 'personal', tenantId: LEICS_TENANT },
  from: { id: PRIYA_MRI, aadObjectId: PRIYA, name: 'Priya Shah' },
  recipient: { id: `28:${APP_ID}`, name: 'Family Finding' },
  channelData: { tenant: { id: LEICS_TENANT } },
  ...more,
})

/** What Teams sends from a thread of a channel that another tenant may host. */
export const inChannel = (serviceUrl: string, more: object = {}, hostTenant = LEICS_TENANT) =>
  inChat(serviceUrl, {
    conversation: { id: `${CHANNEL_ID};messageid=1700000000000`, conversationType: 'channel', tenantId: hostTenant, isGroup: true },
    channelData: { tenant: { id: hostTenant }, team: { id: '19:team@thread.tacv2', name: 'Adoption' }, channel: { id: CHANNEL_ID, name: 'regional' } },
    ...more,
  })

export const pressed = (verb: string, data: unknown, trigger: 'manual' | 'automatic' = 'manual') => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: '1700000000001',
  value: { action: { type: 'Action.Execute', verb, data }, trigger },
})
