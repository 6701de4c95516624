import { json, Router, type Request, type Response } from 'express'
import * as z from 'zod'
import type { Now } from '../../core/plain-date.ts'
import type { LocalIssuer } from '../issuer.ts'
import type { ChatStore } from './chat-store.ts'
import { createConversation } from './create-conversation.ts'
import { failurePlan } from './failure-plan.ts'
import { threadOf } from './ids.ts'
import { sendLimit, tenantLimit } from './rate-limit.ts'
import { activityNotFound, notTheBotsMessage, throttled, unauthorised } from './refusals.ts'
import { inConversation, refuseWith } from './refuse.ts'
import { rosterRoutes } from './roster-routes.ts'
import { readSentActivity } from './sent-activity.ts'

export interface ConnectorParts {
  readonly store: ChatStore
  readonly issuer: LocalIssuer
  readonly now: Now
  readonly serviceUrl: string
}

const newConversation = z.looseObject({ tenantId: z.string() })

/** The Bot Connector of the demo region: takes what the real one takes, and refuses what the real one refuses. */
export const connectorRoutes = ({ store, issuer, now, serviceUrl }: ConnectorParts): Router => {
  const router = Router()
  const failures = failurePlan()
  const limit = sendLimit(now)
  const ofTenant = tenantLimit(now)
  /** Of the conversation in the path, or as a new one names it. */
  const tenantOf = ({ path, body }: Request): string | undefined => {
    const named = /^\/v3\/conversations\/(?<id>[^/]+)/u.exec(path)?.groups?.['id']
    return named === undefined ? newConversation.safeParse(body).data?.tenantId : store.conversation(decodeURIComponent(named))?.tenantId
  }

  router.use(json({ limit: '1mb' }))
  router.post('/_fail', failures.route)
  router.use(async (request, response, next) => {
    if (await issuer.mayUseConnector(request.headers.authorization)) next()
    else refuseWith(response, unauthorised)
  })
  router.use(failures.failing)
  router.use((request, response, next) => {
    const tenantId = tenantOf(request)
    const wait = tenantId === undefined ? undefined : ofTenant(tenantId)
    if (wait === undefined) next()
    else refuseWith(response, throttled(wait))
  })

  const send = async (request: Request<{ id: string }>, response: Response, root: string | undefined): Promise<void> => {
    const sent = readSentActivity(request.body)
    if (sent.kind === 'refused') {
      refuseWith(response, sent.refusal)
      return
    }
    const { id } = threadOf(request.params.id)
    const wait = limit(id)
    if (wait !== undefined) refuseWith(response, throttled(wait))
    else if (sent.kind === 'signal') response.status(201).json({ id: store.nextId() })
    else response.status(201).json({ id: (await store.add(id, root, sent.draft)).id })
  }

  router.post('/v3/conversations', createConversation({ store, serviceUrl, limit }))
  router.post('/v3/conversations/:id/activities', inConversation(store), (request: Request<{ id: string }>, response) =>
    send(request, response, threadOf(request.params.id).root),
  )
  router.post('/v3/conversations/:id/activities/:activityId', inConversation(store), async (request: Request<{ id: string; activityId: string }>, response) => {
    const { id, root } = threadOf(request.params.id)
    const repliedTo = store.message(id, request.params.activityId)
    // a reply to something that was no message (an invoke, an installation) lands at the end of its thread, as in Teams
    await send(request, response, root ?? (store.conversation(id)?.team ? repliedTo?.root : undefined))
  })

  const changeOwn = async (request: Request<{ id: string; activityId: string }>, response: Response, change: (id: string) => Promise<void>): Promise<void> => {
    const { id } = threadOf(request.params.id)
    const message = store.message(id, request.params.activityId)
    if (!message) refuseWith(response, activityNotFound)
    else if (!message.fromBot) refuseWith(response, notTheBotsMessage)
    else {
      await change(id)
      response.status(200).json({ id: message.id })
    }
  }
  router.put('/v3/conversations/:id/activities/:activityId', inConversation(store), async (request: Request<{ id: string; activityId: string }>, response) => {
    const sent = readSentActivity(request.body)
    const wait = limit(threadOf(request.params.id).id)
    if (sent.kind === 'refused') refuseWith(response, sent.refusal)
    else if (wait !== undefined) refuseWith(response, throttled(wait))
    else await changeOwn(request, response, (id) => (sent.kind === 'message' ? store.edit(id, request.params.activityId, sent.draft) : Promise.resolve()))
  })
  router.delete('/v3/conversations/:id/activities/:activityId', inConversation(store), (request: Request<{ id: string; activityId: string }>, response) =>
    changeOwn(request, response, (id) => store.remove(id, request.params.activityId)),
  )
  router.use(rosterRoutes(store))
  return router
}
