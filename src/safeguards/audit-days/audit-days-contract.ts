import * as z from 'zod'
import { plainDay } from '../../http/common-contract.ts'
import { auditFilter } from '../audit-contract.ts'
import { AUDIT_DID } from '../audit-did-contract.ts'

/** So many days can be looked at together: two months. */
export const MOST_DAYS = 62

/** `GET /api/v1/audit/days`: of one child, of one colleague, or of the agency. Days are days in London, both included. */
export const auditDaysAsked = auditFilter.pick({ about: true, person: true }).extend({
  from: plainDay,
  until: plainDay,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
})

const count = z.int().min(0)

/** What one person did on one day: how many lines of each group. A list that showed many children is one line. */
const personDay = z.strictObject({
  day: z.iso.date(),
  actor: z.strictObject({ kind: z.enum(['person', 'app']), id: z.uuid().nullable(), name: z.string(), agency: z.string() }),
  counts: z.strictObject(Object.fromEntries(AUDIT_DID.map((did) => [did, count])) as Record<(typeof AUDIT_DID)[number], typeof count>),
})
/** The latest day first, and by name within a day. The id is a colleague's, for a search about this person; null for everybody else. */
export const auditDaysPage = z.strictObject({ items: z.array(personDay), nextCursor: z.string().nullable() })
