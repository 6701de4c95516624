import * as z from 'zod'
import { AUDIT_ACTIONS } from '../audit-kinds.ts'

/** Many different children within an hour; children who are not the person's own cases within a day. */
export const READING_KINDS = ['many-children', 'outside-caseload'] as const
export type ReadingKind = (typeof READING_KINDS)[number]
export const ALERT_STATES = ['open', 'acknowledged'] as const

/** What somebody who looked into it found. Chosen and not written: a free text would name people. */
export const ALERT_NOTES = ['part-of-the-work', 'spoken-with-the-person', 'role-changed', 'passed-to-information-governance'] as const

/** `GET /api/v1/reading-alerts`, newest first. */
export const readingAlertsAsked = z.strictObject({
  state: z.enum(ALERT_STATES).default('open'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})

export const readingAlert = z.strictObject({
  id: z.uuid(),
  kind: z.enum(READING_KINDS),
  person: z.strictObject({ id: z.uuid(), name: z.string() }),
  /** the first and the last reading that is counted */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** so many different children; from `threshold` on there is an alert */
  children: z.int(),
  threshold: z.int(),
  acknowledged: z.strictObject({ by: z.string(), at: z.iso.datetime(), note: z.enum(ALERT_NOTES) }).nullable(),
})
export const readingAlertsPage = z.strictObject({
  items: z.array(readingAlert),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** true where nobody else of the agency is told: then an alert about this person reaches nobody */
  isOnlyOneTold: z.boolean(),
  /** what else this person may do with the audit */
  actions: z.array(z.enum(AUDIT_ACTIONS)),
})

/** `POST /api/v1/reading-alerts/{id}/acknowledge` */
export const acknowledgeAlertCommand = z.strictObject({ note: z.enum(ALERT_NOTES), key: z.uuid() })
