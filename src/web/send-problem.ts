import type { Response } from 'express'
import { correlationIdOf } from './correlation-id.ts'
import type { Problem } from '../http/problems.ts'

/** Sends problem details (RFC 9457) with the request's correlation id. */
export const sendProblem = (res: Response, problem: Problem): void => {
  res.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json')
  res.send(JSON.stringify({ ...problem, correlationId: correlationIdOf(res) }))
}
