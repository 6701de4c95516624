import type { LocalConversation } from '../connector/conversation.ts'
import { BOT_ID, BOT_NAME } from '../connector/ids.ts'
import { envelope } from './complete-activity.ts'
import type { Parts } from './receive-activity.ts'

const installation = ({ store, now, serviceUrl }: Parts, conversation: LocalConversation) => {
  const [installer] = conversation.members
  if (!installer) return undefined
  const common = envelope(conversation, installer, undefined, { id: store.nextId(), at: now(), serviceUrl })
  const selected = { settings: { selectedChannel: { id: conversation.id, name: conversation.name } } }
  return {
    ...common,
    type: 'installationUpdate',
    action: 'add',
    channelData: { ...common.channelData, ...(conversation.team && { ...selected, ...(conversation.kind === 'shared' && { eventType: 'channelShared' }) }) },
    membersAdded: [{ id: BOT_ID, name: BOT_NAME }],
  }
}

/**
 * Tells the bot that it was installed in a conversation, as Teams does, until the bot has taken it once.
 * Answers whether the bot knows by now.
 */
export const announcer = (parts: Parts) => {
  const running = new Map<string, Promise<boolean>>()

  const announce = async (conversation: LocalConversation): Promise<boolean> => {
    if (parts.store.isAnnounced(conversation.id)) return true
    const activity = installation(parts, conversation)
    if (!activity) return false
    const { status } = await parts.deliver(activity)
    if (status >= 300) return false
    await parts.store.announce(conversation.id)
    return true
  }
  /** Two people who open a chat at once install the bot once. */
  return (conversation: LocalConversation): Promise<boolean> => {
    const now = running.get(conversation.id) ?? announce(conversation).finally(() => running.delete(conversation.id))
    running.set(conversation.id, now)
    return now
  }
}
export type Announce = ReturnType<typeof announcer>
