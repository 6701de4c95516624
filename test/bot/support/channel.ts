import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { json, type Request, type RequestHandler, type Response } from 'express'
import { exportJWK, SignJWT } from 'jose'
import { BotAdapter, messagesHandler } from '../../../bot/adapter.ts'
import { buildBot } from '../../../bot/teams-bot.ts'
import type { BotDeps } from '../../../bot/use-cases.ts'

export const APP_ID = '7e1b5c62-0d4f-4c1e-9a53-2f6b8f0a4d11'
export const HOME_TENANT = '11111111-1111-4111-8111-111111111111'
export const LEICS_TENANT = '22222222-2222-4222-8222-222222222222'
export const PRIYA = '33333333-3333-4333-8333-333333333333'
const CHANNEL = 'https://api.botframework.com'

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    }),
  )
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => {
      resolve()
    })
  })

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Made once for a test file: keys take long to make. */
const keys: Record<string, Pair> = { good: newKey(), other: newKey(), webOnly: newKey() }
type Pair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject }

interface SignWith {
  readonly kid?: string
  readonly key?: string
  readonly alg?: string
  readonly issuer?: string
  readonly audience?: string
  /** seconds from now */
  readonly expires?: number
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
  readonly authorization: string | undefined
}
export type Refuse = (call: Call) => { readonly status: number; readonly retryAfter?: string; readonly body?: object } | undefined

/** The channel's side: its keys over HTTP, a connector that records what it is sent and refuses on demand, and the app's own endpoint. */
export const startChannel = async (deps: BotDeps) => {
  const state = { keysDown: false, roster: [] as Record<string, unknown>[], refuse: (() => undefined) as Refuse, pageSize: 100 }
  const calls: Call[] = []
  const logged: string[] = []

  const connector = express()
  connector.use(json())
  let count = 1000
  const record: RequestHandler = (request, response, next) => {
    const call = {
      method: request.method,
      path: decodeURIComponent(request.originalUrl.split('?')[0] ?? ''),
      body: (request.body ?? {}) as Record<string, unknown>,
      authorization: request.headers.authorization,
    }
    calls.push(call)
    const refusal: ReturnType<Refuse> = call.authorization === 'Bearer local-connector-token' ? state.refuse(call) : { status: 401 }
    if (refusal === undefined) {
      next()
      return
    }
    if (refusal.retryAfter !== undefined) response.setHeader('retry-after', refusal.retryAfter)
    response.status(refusal.status).json(refusal.body ?? { error: { code: 'Refused', message: 'no' } })
  }
  connector.get('/meta', (_request: Request, response: Response) => {
    response.status(state.keysDown ? 500 : 200).json({ issuer: CHANNEL, jwks_uri: `${connectorUrl}/keys` })
  })
  connector.get('/keys', async (_request: Request, response: Response) => {
    const jwk = async (kid: string, endorsements: string[]) => ({
      ...(await exportJWK((keys[kid] as Pair).publicKey)),
      kid,
      use: 'sig',
      alg: 'RS256',
      endorsements,
    })
    response.json({ keys: [await jwk('good', ['msteams']), await jwk('webOnly', ['webchat'])] })
  })
  connector.use('/v3', record)
  connector.post('/v3/conversations', (request, response) => {
    const id = String(count++)
    response
      .status(201)
      .json({ id: `${(request.body as { channelData: { channel: { id: string } } }).channelData.channel.id};messageid=${id}`, activityId: id })
  })
  connector.post(
    ['/v3/conversations/:id/activities', '/v3/conversations/:id/activities/:activityId'],
    (_request, response) => void response.status(201).json({ id: String(count++) }),
  )
  connector.put('/v3/conversations/:id/activities/:activityId', (request, response) => void response.json({ id: request.params.activityId }))
  connector.get('/v3/conversations/:id/pagedmembers', (request, response) => {
    const from = Number(request.query.continuationToken ?? 0)
    const members = state.roster.slice(from, from + state.pageSize)
    response.json({ members, ...(from + state.pageSize < state.roster.length ? { continuationToken: String(from + state.pageSize) } : {}) })
  })
  connector.get('/v3/conversations/:id/members/:member', (request, response) => {
    const found = state.roster.find(({ id }) => id === request.params.member)
    if (found) response.json(found)
    else response.status(404).json({ error: { code: 'MemberNotFoundInConversation', message: 'no' } })
  })
  const connectorServer = createServer(connector)
  const connectorUrl = await listen(connectorServer)

  const log = {
    warn: (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`),
    error: (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`),
  }
  const adapter = new BotAdapter(
    {
      appId: APP_ID,
      tenantId: HOME_TENANT,
      registration: { kind: 'local', openIdMetadataUrl: `${connectorUrl}/meta`, connectorToken: () => Promise.resolve('local-connector-token') },
    },
    log,
  )
  const app = express()
  app.use(json({ limit: '1mb' }))
  app.all('/api/messages', messagesHandler(adapter, buildBot(adapter, deps)))
  const appServer = createServer(app)
  const appUrl = await listen(appServer)

  const sign = (
    claims: Record<string, unknown> = {},
    { kid = 'good', key, alg = 'RS256', issuer = CHANNEL, audience = APP_ID, expires = 3600 }: SignWith = {},
  ): Promise<string> => {
    const at = Math.floor(Date.now() / 1000)
    return new SignJWT({ serviceurl: connectorUrl, ...claims })
      .setProtectedHeader({ alg, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(at)
      .setNotBefore(at - 10_000)
      .setExpirationTime(at + expires)
      .sign((keys[key ?? kid] as Pair).privateKey)
  }

  return {
    adapter,
    calls,
    logged,
    state,
    connectorUrl,
    sign,
    publicKey: () => (keys.good as Pair).publicKey,
    /** Sends an activity with a good token unless another authorisation is given. */
    post: async (activity: unknown, authorization?: string) => {
      const response = await fetch(`${appUrl}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization: authorization ?? `Bearer ${await sign()}` }) },
        body: JSON.stringify(activity),
      })
      const text = await response.text()
      return {
        status: response.status,
        text,
        body: (text === '' ? undefined : JSON.parse(text)) as { statusCode: number; type: string; value: unknown } | undefined,
      }
    },
    get: async () => (await fetch(`${appUrl}/api/messages`)).status,
    /** What the bot said, in order: texts, and cards as attachments. */
    said: () => calls.filter(({ method, path, body }) => method === 'POST' && path.includes('/activities') && body.type === 'message').map(({ body }) => body),
    stop: async () => {
      await Promise.all([close(appServer), close(connectorServer)])
    },
  }
}
export type Channel = Awaited<ReturnType<typeof startChannel>>
