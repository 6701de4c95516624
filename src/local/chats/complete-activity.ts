import type { ConversationAccount, TeamsChannelData } from 'botframework-schema'
import type { LocalConversation, LocalMember } from '../connector/conversation.ts'
import { BOT_ID, BOT_NAME, threadId } from '../connector/ids.ts'

const conversationAccount = (conversation: LocalConversation, root: string | undefined): Partial<ConversationAccount> => ({
  id: root === undefined ? conversation.id : threadId(conversation.id, root),
  tenantId: conversation.tenantId,
  ...(conversation.kind === 'personal' && { conversationType: 'personal', isGroup: false }),
  ...(conversation.kind === 'group' && { conversationType: 'groupChat', isGroup: true, name: conversation.name }),
  ...(conversation.team && { conversationType: 'channel', isGroup: true }),
})

const channelData = (conversation: LocalConversation): TeamsChannelData & { readonly teamsChannelId?: string; readonly teamsTeamId?: string } => ({
  tenant: { id: conversation.tenantId },
  ...(conversation.team && {
    teamsChannelId: conversation.id,
    ...(conversation.team.id !== undefined && { teamsTeamId: conversation.team.id }),
    channel: { id: conversation.id, name: conversation.name, type: conversation.kind === 'shared' ? 'shared' : 'standard' },
    team: conversation.team,
  }),
})

/**
 * What Teams adds to whatever a person does: where it was done and by which account, taken from the roster and not from what was sent.
 * @param root in a channel, the message that began the thread
 */
export const envelope = (
  conversation: LocalConversation,
  member: LocalMember,
  root: string | undefined,
  facts: { id: string; at: Date; serviceUrl: string },
) => ({
  id: facts.id,
  channelId: 'msteams',
  serviceUrl: facts.serviceUrl,
  timestamp: facts.at.toISOString(),
  localTimezone: 'Europe/London',
  locale: 'en-GB',
  from: { id: member.account.id, name: member.account.name, aadObjectId: member.account.aadObjectId },
  recipient: { id: BOT_ID, name: BOT_NAME },
  conversation: conversationAccount(conversation, root),
  channelData: channelData(conversation),
})
