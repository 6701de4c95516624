import type { RequestHandler } from 'express'
import * as z from 'zod'

const failure = z.strictObject({
  status: z.int().min(400).max(599),
  /** seconds, sent as Retry-After */
  retryAfter: z.int().min(0).optional(),
  times: z.int().min(0).max(1000).default(1),
})

/** The double can be told to fail its next calls: `POST _fail {status, retryAfter, times}`; `times: 0` ends it. */
export const failurePlan = () => {
  let plan: z.output<typeof failure> | undefined
  const route: RequestHandler = (request, response) => {
    const told = failure.safeParse(request.body)
    if (!told.success) {
      response.status(400).json({ error: { code: 'BadSyntax', message: 'Say {"status": 503, "retryAfter": 1, "times": 2}.' } })
      return
    }
    plan = told.data
    response.status(204).end()
  }
  const next = (): { readonly status: number; readonly retryAfter?: number } | undefined => {
    if (!plan || plan.times === 0) return undefined
    plan = { ...plan, times: plan.times - 1 }
    return { status: plan.status, ...(plan.retryAfter !== undefined && { retryAfter: plan.retryAfter }) }
  }
  return { route, next }
}
