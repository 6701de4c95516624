import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
/** Headers that a proxy, tunnel or load balancer adds: with one of them, somebody else's request is passed on to this machine. */
const FORWARDING = /^(?:forwarded|via|x-forwarded(?:-.*)?|x-real-ip|x-original-(?:host|url)|x-client-ip|true-client-ip|cf-connecting-ip)$/u

/** True for `http://127.0.0.1:3978`, `http://localhost`, `http://[::1]:1`; anything else is another machine. */
export const isLoopbackUrl = (url: string): boolean => {
  try {
    const { protocol, hostname } = new URL(url)
    return protocol === 'http:' && LOOPBACK_NAMES.has(hostname)
  } catch {
    return false
  }
}

/** Why a request may not use the local Microsoft 365, or undefined when it may. */
export const whyNotLocal = (request: Pick<IncomingMessage, 'headers' | 'socket'>): string | undefined => {
  const { host, origin } = request.headers
  if (!LOOPBACK_ADDRESSES.has(request.socket.remoteAddress ?? '')) return 'The local Microsoft 365 answers this machine only.'
  if (!host || !isLoopbackUrl(`http://${host}`)) return 'The local Microsoft 365 answers loopback addresses only, for example http://127.0.0.1.'
  if (Object.keys(request.headers).some((name) => FORWARDING.test(name))) return 'The local Microsoft 365 refuses forwarded requests.'
  // a page of another site must not speak for a person of the demo
  if (origin !== undefined && !isLoopbackUrl(origin)) return 'The local Microsoft 365 refuses pages of other sites.'
  return undefined
}

/** Keeps the demo from becoming an open door: it signs tokens for anybody who can reach it, so nobody but this machine may. */
export const loopbackOnly: RequestHandler = (request, response, next) => {
  const reason = whyNotLocal(request)
  if (reason === undefined) next()
  else response.status(403).json({ error: { code: 'Forbidden', message: reason } })
}
