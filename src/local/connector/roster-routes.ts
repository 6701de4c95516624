import type { ConversationList, TeamDetails, TeamsPagedMembersResult } from 'botframework-schema'
import { Router, type Request } from 'express'
import { memberIn, type ChatStore } from './chat-store.ts'
import { badSyntax, botNotInRoster, conversationNotFound, memberNotFound } from './refusals.ts'
import { inConversation, refuseWith } from './refuse.ts'

/** Members that Teams gives on one page at most, and when nothing is asked for. */
const MOST = 500
const USUAL = 200

/** Who is in a conversation, and which channels a team has. */
export const rosterRoutes = (store: ChatStore): Router => {
  const router = Router()
  const accountsIn = (id: string) => (store.conversation(id)?.members ?? []).map(({ account }) => account)

  router.get('/v3/conversations/:id/members', inConversation(store), (request: Request<{ id: string }>, response) => {
    response.json(accountsIn(request.params.id))
  })
  router.get('/v3/conversations/:id/pagedmembers', inConversation(store), (request: Request<{ id: string }>, response) => {
    const { pageSize, continuationToken } = request.query
    const size = Math.min(MOST, Number(pageSize ?? USUAL))
    const from = Number(continuationToken ?? 0)
    if (!Number.isInteger(size) || size < 1 || !Number.isInteger(from) || from < 0) {
      refuseWith(response, badSyntax('The page cannot be read.'))
      return
    }
    const all = accountsIn(request.params.id)
    const members = all.slice(from, from + size)
    // the real one leaves the token out on the last page, whatever its type says
    const page: Partial<TeamsPagedMembersResult> = { members, ...(from + size < all.length && { continuationToken: String(from + size) }) }
    response.json(page)
  })
  router.get('/v3/conversations/:id/members/:memberId', inConversation(store), (request: Request<{ id: string; memberId: string }>, response) => {
    const conversation = store.conversation(request.params.id)
    const member = conversation && memberIn(conversation, request.params.memberId)
    if (member) response.json(member.account)
    else refuseWith(response, memberNotFound)
  })

  const channelsOf = (teamId: string) => store.conversations().filter(({ team }) => team?.id === teamId)
  router.get('/v3/teams/:teamId/conversations', (request, response) => {
    const channels = channelsOf(request.params.teamId)
    if (channels.length === 0) refuseWith(response, conversationNotFound)
    else if (!channels.some(({ id }) => store.hasBot(id))) refuseWith(response, botNotInRoster)
    else {
      // the team's first channel has the team's own id and no name
      const list: ConversationList = { conversations: [{ id: request.params.teamId }, ...channels.map(({ id, name }) => ({ id, name }))] }
      response.json(list)
    }
  })
  router.get('/v3/teams/:teamId', (request, response) => {
    const channels = channelsOf(request.params.teamId)
    const [first] = channels
    if (!first?.team) {
      refuseWith(response, conversationNotFound)
      return
    }
    const details: TeamDetails = { ...first.team, channelCount: channels.length + 1, memberCount: first.members.length }
    response.json(details)
  })
  return router
}
