import type { RequestHandler, Response } from 'express'
import * as z from 'zod'
import { toldToFail } from './refusals.ts'
import { refuseWith } from './refuse.ts'

/**
 * `drop` cuts the line without an answer. `moment`: before anything happened, or after it was done. `every`: each so-many-th of the calls
 * that it is about, 1 for each of them; `on`: all calls, or only those that post something new.
 */
const failure = z.strictObject({
  status: z.union([z.int().min(400).max(599), z.literal('drop')]),
  /** seconds, sent as Retry-After */
  retryAfter: z.int().min(0).optional(),
  times: z.int().min(0).max(1000).default(1),
  moment: z.enum(['before', 'after']).default('before'),
  every: z.int().min(1).max(1000).default(1),
  on: z.enum(['any', 'post']).default('any'),
})
type Failure = z.output<typeof failure>
const command = z.union([failure.transform((one) => [one]), z.array(failure).max(20)])

const fail = ({ status, retryAfter }: Failure, response: Response): void => {
  if (status === 'drop') response.socket?.destroy()
  else refuseWith(response, toldToFail(status, retryAfter))
}

/** Lets the call be done and loses its answer: what the handler says of a success never gets out. */
const failAfter = (told: Failure, response: Response): void => {
  const json = response.json.bind(response)
  response.json = (body) => {
    response.json = json
    if (response.statusCode >= 400) return json(body)
    fail(told, response)
    return response
  }
}

/**
 * The double can be told to fail its next calls: `POST _fail {status, retryAfter, times}`, or a list of such failures, which are counted
 * each for itself. `times: 0` ends it.
 */
export const failurePlan = () => {
  let plan: { readonly told: Failure; left: number; calls: number }[] = []
  const route: RequestHandler = (request, response) => {
    const told = command.safeParse(request.body)
    if (!told.success) {
      response.status(400).json({ error: { code: 'BadSyntax', message: 'Say {"status": 503, "retryAfter": 1, "times": 2}, or a list of such failures.' } })
      return
    }
    plan = told.data.map((one) => ({ told: one, left: one.times, calls: 0 }))
    response.status(204).end()
  }
  const next = (isPost: boolean): Failure | undefined => {
    for (const one of plan) {
      if (one.left === 0 || (one.told.on === 'post' && !isPost)) continue
      one.calls += 1
      if (one.calls % one.told.every > 0) continue
      one.left -= 1
      return one.told
    }
    return undefined
  }
  /** Comes after the check of the token. */
  const failing: RequestHandler = (request, response, proceed) => {
    const told = next(request.method === 'POST')
    if (told?.moment === 'before') fail(told, response)
    else {
      if (told) failAfter(told, response)
      proceed()
    }
  }
  return { route, failing }
}
