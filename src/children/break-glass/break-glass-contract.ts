import * as z from 'zod'
import { plainText } from '../../http/common-contract.ts'
import { ownChild, privateDetail } from '../child-contract.ts'

/** Why a manager opens a record of a partner agency. */
export const GLASS_REASONS = ['child-at-risk', 'health-emergency', 'police-or-court', 'agency-not-reached'] as const

/** `POST /api/v1/children/{reference}/break-glass`. The sentence is read by the managers of both agencies. */
export const breakGlassCommand = z.strictObject({
  reason: z.enum(GLASS_REASONS),
  sentence: plainText(300).min(10),
  key: z.uuid(),
})

/** The record as its own agency's people see it, to be read and nothing else, until the grant is over. */
export const openedRecord = z.strictObject({
  /** UTC instant from which it is closed again */
  until: z.iso.datetime(),
  child: ownChild,
  private: privateDetail,
})

export const glassNoticesAsked = z.strictObject({
  state: z.enum(['open', 'acknowledged']).default('open'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(200).optional(),
})
export const glassNotice = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  /** true where the child is of the agency that is told; else one of its own people opened a partner's */
  isOurs: z.boolean(),
  owner: z.string(),
  by: z.strictObject({ name: z.string(), agency: z.string() }),
  reason: z.enum(GLASS_REASONS),
  sentence: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  acknowledged: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** never by whoever opened the record */
  mayAcknowledge: z.boolean(),
})
export const glassNoticesPage = z.strictObject({ items: z.array(glassNotice), nextCursor: z.string().nullable(), total: z.int() })
export const acknowledgeNoticeCommand = z.strictObject({ key: z.uuid() })
