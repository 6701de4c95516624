import { createHash } from 'node:crypto'
import { LOCAL_APP } from '../issuer.ts'

const digest = (...parts: readonly string[]): string => createHash('sha256').update(parts.join(' ')).digest('base64url')

/** The bot as conversations name it. */
export const BOT_ID = `28:${LOCAL_APP.appId}`
export const BOT_NAME = 'Family Finding'

/** A person's id as this bot sees it: pairwise, so that another bot could not join the two. */
export const mriOf = (tenantId: string, objectId: string): string => `29:1${digest(LOCAL_APP.appId, tenantId, objectId)}`
export const personalId = (tenantId: string, objectId: string): string => `a:1${digest('personal', LOCAL_APP.appId, tenantId, objectId)}`
export const channelId = (seed: string): string => `19:${digest('channel', seed).replaceAll(/[-_]/gu, 'x').slice(0, 40)}@thread.tacv2`
export const groupId = (seed: string): string => `19:${digest('group', seed).replaceAll(/[-_]/gu, 'x').slice(0, 32)}@thread.v2`
/** A GUID that is the same on every machine: for teams' groups and guests' accounts. */
export const guidOf = (seed: string): string => {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** `19:…@thread.tacv2;messageid=N` names the thread that message N of the channel began. */
export const threadOf = (conversationId: string): { readonly id: string; readonly root: string | undefined } => {
  const [id = '', root] = conversationId.split(';messageid=')
  return { id, root }
}
export const threadId = (id: string, root: string): string => `${id};messageid=${root}`
