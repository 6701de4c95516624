import { AuthenticationHandler, Client, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client'
import type { Context, Middleware } from '@microsoft/microsoft-graph-client'
import type { TokenOf } from './graph-tokens.ts'

/** The last hop to Microsoft Graph: the network, or the local double. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

const GRAPH = 'https://graph.microsoft.com/'
/** A booking that has not answered by then (milliseconds) is tried again by the job loop with the same transactionId. */
const PATIENCE = 30_000

export const sendToGraph: Send = (url, init) => fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })

/**
 * Local mode: the same requests, bearer token included, to another origin. The client itself must go on believing in
 * https://graph.microsoft.com, as it leaves the token out for anything that is not https.
 */
export const sendToDouble =
  (baseUrl: string): Send =>
  (url, init) => {
    if (!url.startsWith(GRAPH)) throw new Error(`Not an address of Microsoft Graph: ${url}`)
    return sendToGraph(`${baseUrl.replace(/\/$/u, '')}/${url.slice(GRAPH.length)}`, init)
  }

class LastHop implements Middleware {
  private readonly send: Send
  constructor(send: Send) {
    this.send = send
  }
  async execute(context: Context): Promise<void> {
    const address: unknown = context.request
    if (typeof address !== 'string') throw new TypeError('The Graph client is expected to give an address, not a request')
    context.response = await this.send(address, context.options ?? {})
  }
}

/** Waits of up to so many seconds are sat out here; longer ones and those of unknown length are the job loop's. */
const SHORT_WAIT = 2
const waitsShortly = (response: Response): boolean => {
  const after = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return after >= 0 && after <= SHORT_WAIT
}

/** One client per tenant: token, one short retry, the last hop. */
export const graphClient = (tenantId: string, tokenOf: TokenOf, send: Send): Client => {
  const authentication = new AuthenticationHandler({ getAccessToken: () => tokenOf(tenantId) })
  const retry = new RetryHandler(new RetryHandlerOptions(SHORT_WAIT, 1, (_delay, _attempt, _request, _options, response) => waitsShortly(response)))
  authentication.setNext(retry)
  retry.setNext(new LastHop(send))
  return Client.initWithMiddleware({ middleware: authentication })
}
