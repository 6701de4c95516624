import { channelIdOf, hostTenantOf, isTheEnd, kindOf, placeOf, type IncomingActivity } from './activity.ts'
import type { Actor } from '../src/core/actor.ts'
import type { BotUseCases } from './use-cases.ts'

const TEN_MINUTES = 10 * 60 * 1000
const MOST = 5000

interface Log {
  warn(details: object, message: string): void
}

/**
 * Remembers the conversation of an activity, so that posts find the way there. A chat that says the same as minutes ago is not written
 * again with every message. A failure costs nobody the answer: the next activity brings it again.
 */
export const rememberOnce = ({ rememberConversation }: Pick<BotUseCases, 'rememberConversation'>, log: Log) => {
  const lately = new Map<string, number>()

  const isNew = (said: string): boolean => {
    const at = lately.get(said)
    if (at !== undefined && Date.now() - at < TEN_MINUTES) return false
    if (lately.size >= MOST) lately.clear()
    lately.set(said, Date.now())
    return true
  }

  return async (activity: IncomingActivity, actor?: Actor): Promise<void> => {
    const tenantId = hostTenantOf(activity)
    if (tenantId === undefined) return
    const { conversation, serviceUrl, channelData } = activity
    const end = isTheEnd(activity) ? { isOpen: false } : {}
    const name = channelData?.channel?.name ?? conversation.name ?? undefined
    const person = actor && placeOf(activity) === 'personal' ? { agencyId: actor.agencyId, workerId: actor.workerId } : undefined
    const teamGroupId = channelData?.team?.aadGroupId ?? undefined
    const heard = { conversationId: channelIdOf(activity), tenantId, serviceUrl, type: kindOf(conversation), name, teamGroupId, person, ...end }
    if (!isNew(JSON.stringify(heard))) return
    try {
      await rememberConversation(heard)
    } catch (error) {
      lately.delete(JSON.stringify(heard))
      log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'A conversation could not be remembered')
    }
  }
}
