import { join } from 'node:path'
import { json, Router } from 'express'
import type { Now } from '../core/plain-date.ts'
import { calendarRoutes, directoryOf } from './calendar-routes.ts'
import { announcer } from './chats/announce.ts'
import { chatRoutes } from './chats/chat-routes.ts'
import { deliverer, forwardTo, type Forward } from './chats/deliver.ts'
import { receiveActivity } from './chats/receive-activity.ts'
import { chatStore } from './connector/chat-store.ts'
import { connectorRoutes } from './connector/connector-routes.ts'
import type { DemoAgency } from './demo-region/agencies.ts'
import type { DemoPerson } from './demo-region/people.ts'
import { localGraph } from './graph/local-graph.ts'
import { LOCAL_APP, localIssuer } from './issuer.ts'
import { issuerRoutes, organisationOf } from './issuer-routes.ts'
import { loopbackOnly } from './loopback.ts'
import { pageRoutes } from './page-routes.ts'

export interface LocalMicrosoftParts {
  /** loopback address of this process, without a slash at the end: `http://127.0.0.1:3978` */
  readonly publicUrl: string
  readonly dataDir: string
  readonly people: readonly DemoPerson[]
  readonly agencies: readonly DemoAgency[]
  readonly now: Now
  /** the built page; without it `/local/` shows nothing */
  readonly pageDirectory?: string
  /** how a signed activity reaches the app; over HTTP to publicUrl when absent */
  readonly forward?: Forward
}

/**
 * The local Microsoft 365, with which the real app runs without a tenant. `router` is mounted at /local before any body parser;
 * the rest is what the app needs to check this issuer's tokens and to get its own. Nothing of authentication is switched off.
 */
export const localMicrosoft = async ({ publicUrl, dataDir, people, agencies, now, pageDirectory, forward }: LocalMicrosoftParts) => {
  const issuer = await localIssuer({ publicUrl, dataDir, now })
  const store = await chatStore({ dataDir, region: { people, agencies }, now })
  const serviceUrl = `${publicUrl}/local/connector/`
  const parts = { store, now, serviceUrl, deliver: deliverer({ issuer, forward: forward ?? forwardTo(() => publicUrl) }) }
  const announce = announcer(parts)
  const receive = receiveActivity(parts)
  const chats = chatRoutes({ store, announce, hostOf: organisationOf(agencies) })

  const graph = await localGraph({ directory: () => directoryOf(people, agencies), path: join(dataDir, 'local', 'calendars.json'), chats: store, now })

  const router = Router()
  router.use(loopbackOnly)
  router.use(issuerRoutes({ issuer, people, agencies }))
  router.use('/connector', connectorRoutes({ store, issuer, now, serviceUrl }))
  router.post('/messages', json({ limit: '300kb' }), async (request, response) => {
    const answer = await receive(request.body)
    if (answer.contentType !== undefined) response.set('content-type', answer.contentType)
    response.status(answer.status).end(answer.body)
  })
  router.use('/chats', chats)
  router.use('/graph', graph(issuer.readAppToken))
  router.use('/calendar', calendarRoutes({ people, agencies, graphUrl: `${publicUrl}/local/graph/v1.0`, tokenOf: issuer.graphToken }))
  if (pageDirectory !== undefined) router.use(pageRoutes(pageDirectory))

  const homeTenant = agencies.find(({ isHub }) => isHub)?.servedBy ?? agencies[0]?.id
  const botTenant = agencies.find(({ id }) => id === homeTenant)?.tenantId ?? agencies[0]?.tenantId ?? ''

  return {
    router,
    /** what the bot's adapter needs: whose tokens it takes, and the token that it sends */
    bot: {
      appId: LOCAL_APP.appId,
      tenantId: botTenant,
      serviceUrl,
      openIdMetadataUrl: issuer.botMetadataUrl,
      connectorToken: (): Promise<string> => issuer.connectorToken(botTenant),
    },
    /** what the API needs to check the tab's tokens; `{tid}` stands for the tenant */
    api: { audience: LOCAL_APP.appId, clients: [LOCAL_APP.appId], scope: LOCAL_APP.scope, keysUrl: issuer.keysUrl, issuer: issuer.issuerOf('{tid}') },
    /** what the calendar needs: its address instead of https://graph.microsoft.com/, and an app-only token of one tenant */
    graph: { baseUrl: `${publicUrl}/local/graph/`, tokenOf: issuer.graphToken },
    /** Tells the bot of every channel and group chat that it has not heard of yet; to be called once the app listens. */
    install: async (): Promise<void> => {
      for (const conversation of store.conversations()) if (conversation.kind !== 'personal') await announce(conversation)
    },
    close: async (): Promise<void> => {
      chats.endStreams()
      await store.settled()
    },
  }
}
export type LocalMicrosoft = Awaited<ReturnType<typeof localMicrosoft>>
