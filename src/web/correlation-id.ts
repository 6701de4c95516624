import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

const HEADER = 'X-Correlation-Id'

/** Names each request, so that a sentence on a screen and a line in the log find each other. What the caller sends is not trusted. */
export const giveCorrelationId: RequestHandler = (_req, res, next) => {
  res.set(HEADER, randomUUID())
  next()
}

export const correlationIdOf = (res: Response): string => res.get(HEADER) ?? ''
