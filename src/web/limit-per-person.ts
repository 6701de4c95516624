import { rateLimit } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { tooOften } from '../http/problems.ts'
import { sendProblem } from './send-problem.ts'
import { askingOf } from './authenticate.ts'

/** Counts per person, not per address: a whole council reaches us from one. Each process counts for itself. */
export const limitPerPerson = (requestsPerMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: (req) => {
      const { tenantId, objectId } = askingOf(req).identity
      return `${tenantId} ${objectId}`
    },
    handler: (_req, res) => {
      sendProblem(res, tooOften)
    },
  })
