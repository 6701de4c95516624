import * as z from 'zod'

/** RFC 9457 problem details: the only shape of an error that leaves the service. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  correlationId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
})
