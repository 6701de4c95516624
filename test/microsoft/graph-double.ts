import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { generateKeyPair, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { GraphDirectory, GraphToken, VerifyGraphToken } from '../../src/local/graph/graph-ports.ts'
import { localGraph } from '../../src/local/graph/local-graph.ts'
import type { FailCommand } from '../../src/local/graph/told-to-fail.ts'

const claims = z.object({ tid: z.string(), appid: z.string(), roles: z.array(z.string()), aud: z.string() })

/** Signs app-only Graph tokens with a key of its own, and checks them. */
export const aTokenMint = async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const verify: VerifyGraphToken = async (token) => {
    try {
      const { payload } = await jwtVerify(token, publicKey, { algorithms: ['RS256'] })
      const { tid, appid, roles, aud } = claims.parse(payload)
      return { tenantId: tid, appId: appid, roles, audience: aud }
    } catch {
      return undefined
    }
  }
  const sign = (tenantId: string, more: Partial<GraphToken> & { expires?: string } = {}): Promise<string> =>
    new SignJWT({ tid: tenantId, appid: more.appId ?? 'app-1', roles: more.roles ?? ['Calendars.ReadWrite', 'User.ReadBasic.All'] })
      .setProtectedHeader({ alg: 'RS256' })
      .setAudience(more.audience ?? 'https://graph.microsoft.com')
      .setIssuedAt()
      .setExpirationTime(more.expires ?? '1h')
      .sign(privateKey)
  return { verify, sign }
}

export const LEICS = '11111111-1111-4111-8111-111111111111'
export const LINCS = '33333333-3333-4333-8333-333333333333'
export const PRIYA = 'ef2e46b8-b400-4220-aba1-53c467798ba8'
export const MAILBOX = 'family-finding@leics.example'

export const DIRECTORY: GraphDirectory = {
  people: [
    { objectId: PRIYA, tenantId: LEICS, name: 'Priya Raman', mail: 'priya.raman@leics.example' },
    { objectId: 'd02558a2-cc91-4da9-a4dd-00c59981d958', tenantId: LINCS, name: 'Tilly Brook', mail: 'tilly.brook@lincs.example' },
  ],
  mailboxes: [
    { address: MAILBOX, tenantId: LEICS, name: 'Family finding, Leicestershire' },
    { address: 'family-finding@lincs.example', tenantId: LINCS, name: 'Family finding, Lincolnshire' },
    { address: 'family-finding@rutland.example', tenantId: LINCS, name: 'Family finding, Rutland' },
  ],
}

interface Traits {
  readonly directory?: () => GraphDirectory | Promise<GraphDirectory>
  readonly path?: string
  readonly now?: () => Date
}

export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly headers: NodeJS.Dict<string | string[]>
}

/** The Graph double behind a real server on a free loopback port, with what was sent to it. */
export const aGraphDouble = async ({ directory = () => DIRECTORY, path, now = () => new Date('2026-11-22T09:00:00Z') }: Traits = {}) => {
  const mint = await aTokenMint()
  const sent: SentRequest[] = []
  const app = express()
  app.use((request, _response, next) => {
    sent.push({ method: request.method, url: request.originalUrl, headers: request.headers })
    next()
  })
  const mount = await localGraph({ directory, now, ...(path !== undefined && { path }) })
  app.use('/local/graph', mount(mint.verify))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const baseUrl = `http://127.0.0.1:${String(port)}/local/graph`

  const call = async (
    address: string,
    init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
    token?: string,
  ): Promise<{ status: number; body: unknown; headers: Headers }> => {
    const authorization = `Bearer ${token ?? (await mint.sign(LEICS))}`
    const response = await fetch(`${baseUrl}/v1.0${address}`, { ...init, headers: { authorization, 'content-type': 'application/json', ...init.headers } })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), headers: response.headers }
  }

  return {
    baseUrl,
    mint,
    sent,
    call,
    posts: () => sent.filter(({ method, url }) => method === 'POST' && url.endsWith('/events')),
    fail: async (command: Omit<FailCommand, 'times' | 'on'> & Partial<FailCommand>): Promise<void> => {
      const response = await fetch(`${baseUrl}/_fail`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) })
      if (response.status !== 204) throw new Error(await response.text())
    },
    /** The master events of a mailbox, as its tenant reads them. */
    series: async (mailbox = MAILBOX, tenantId = LEICS) => {
      const { body } = await call(`/users/${mailbox}/events?$top=100`, {}, await mint.sign(tenantId))
      return z.object({ value: z.array(z.looseObject({ id: z.string(), subject: z.string(), transactionId: z.string().nullable() })) }).parse(body).value
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
export type TestGraph = Awaited<ReturnType<typeof aGraphDouble>>
