import type { RequestHandler } from 'express'
import { correlationIdOf } from './correlation-id.ts'
import type { Log } from '../http/log.ts'

/** One line a request: method, the shape of the address (never what was put into it), status, milliseconds. */
export const logRequests =
  (log: Log): RequestHandler =>
  (req, res, next) => {
    const began = performance.now()
    res.on('finish', () => {
      const pattern: unknown = (req.route as { path?: unknown } | undefined)?.path
      const facts = {
        correlationId: correlationIdOf(res),
        method: req.method,
        route: `${req.baseUrl}${typeof pattern === 'string' ? pattern : ''}`,
        status: res.statusCode,
        milliseconds: Math.round(performance.now() - began),
      }
      log.info(facts, 'request')
    })
    next()
  }
