import * as z from 'zod'

/** RFC 9457 problem details: the only shape of an error that leaves the service. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  correlationId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  /** with type `/problems/choose-agency` (403): the agencies to offer; `POST /api/v1/me/agency` chooses one */
  choices: z.array(z.strictObject({ code: z.string(), name: z.string() })).optional(),
})
