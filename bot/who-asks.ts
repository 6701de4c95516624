import type { Identity } from '../src/people/identity.ts'
import { hostTenantOf, placeOf, withoutThread, type IncomingActivity } from './activity.ts'
import { isGuestAccount, objectIdOf, type ConnectorClient } from './connector-client.ts'

type RosterClient = Pick<ConnectorClient, 'member'>

/** The person as the roster of the conversation has them: their own tenant, which for a shared channel is not the one that hosts it. */
const fromRoster = async (client: RosterClient, activity: IncomingActivity): Promise<Identity | undefined> => {
  const member = await client.member(activity.serviceUrl, withoutThread(activity.conversation.id), activity.from.id)
  const objectId = objectIdOf(member)
  return member.tenantId && objectId ? { tenantId: member.tenantId, objectId, isGuest: isGuestAccount(member) } : undefined
}

/**
 * Who is asking, from the verified activity and never from a payload. In a personal chat the conversation lives in the person's own tenant; a
 * group chat or channel may be hosted by another, so there the roster is asked. Undefined where it cannot be said.
 */
export const whoAsks = async (client: RosterClient, activity: IncomingActivity): Promise<Identity | undefined> => {
  if (placeOf(activity) === 'channel') return fromRoster(client, activity)
  const tenantId = hostTenantOf(activity)
  const objectId = activity.from.aadObjectId
  return tenantId !== undefined && objectId ? { tenantId, objectId } : undefined
}

/**
 * A guest's personal chat lives in the inviting tenant, so the activity alone makes a guest look like somebody without a role there.
 * The roster tells; it is asked only about people who are nobody otherwise.
 */
export const isGuestInChat = async (client: RosterClient, activity: IncomingActivity): Promise<boolean> => {
  try {
    return (await fromRoster(client, activity))?.isGuest ?? false
  } catch {
    return false
  }
}
