import type { Register } from '../../database/register.ts'
import { afterHearing, channelOf, type Conversation, type ConversationHeard } from './conversation.ts'
import type { HomeAgencyOf } from '../ports.ts'
import type { PostStore } from '../post-store.ts'

export interface RememberDeps {
  readonly register: Register<{ posts: PostStore }>
  readonly homeAgencyOf: HomeAgencyOf
}

const says = (known: Conversation | undefined, now: Conversation): boolean =>
  known !== undefined &&
  known.kind === now.kind &&
  known.name === now.name &&
  known.serviceUrl === now.serviceUrl &&
  known.teamGroupId === now.teamGroupId &&
  known.workerId === now.workerId &&
  known.state === now.state

/**
 * Learns a conversation from an activity of the bot's channel, in the scope of the agency whose tenant hosts it. A tenant that no
 * agency has is nobody's, and nothing is kept. A conversation that could not be reached is open again with any sign of life;
 * cards there that missed an update get it now.
 */
export const rememberConversation =
  ({ register, homeAgencyOf }: RememberDeps) =>
  async (heard: ConversationHeard): Promise<void> => {
    const agencyId = heard.person?.agencyId ?? (await homeAgencyOf(heard.tenantId))
    if (agencyId === undefined) return
    await register.asJob(agencyId, 'job:conversation.remember', async (scope) => {
      const conversationId = channelOf(heard.conversationId)
      const known = await scope.posts.conversation(conversationId)
      const now = afterHearing(heard, known, agencyId)
      if (says(known, now)) return
      await scope.posts.saveConversation(now)
      const verb = now.state === 'open' ? 'conversation.remembered' : 'conversation.closed'
      await scope.audit.record({ verb, subjectAgencyId: agencyId, subjects: [conversationId] })
      if (known?.state === 'unreachable' && now.state === 'open')
        // who came while the app was not there was told to nobody
        await scope.jobs.add({ kind: 'post.catch-up', payload: { conversationId }, queue: conversationId }, { kind: 'post.check-readers', payload: {} })
    })
  }
