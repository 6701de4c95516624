import * as z from 'zod'
import { plainText } from '../http/common-contract.ts'
import { HOLD_REASONS, PURGE_PROBLEMS, RECORD_ACTIONS, RETENTION_ENDINGS, RETENTION_STATES } from './retention-kinds.ts'

const day = z.iso.date()
const instant = z.iso.datetime()

const hold = z.strictObject({
  reason: z.enum(HOLD_REASONS),
  setBy: z.string(),
  setAt: instant,
  liftedBy: z.string().nullable(),
  liftedAt: instant.nullable(),
})
/** `receipt`: the SHA-256 of the file as it was handed out. `isCurrent`: nothing in the record was changed since. */
const recordExport = z.strictObject({
  receipt: z.string(),
  madeBy: z.string(),
  madeAt: instant,
  isCurrent: z.boolean(),
  /** where the agency's own record has it */
  filed: z.strictObject({ by: z.string(), at: instant, as: z.string() }).nullable(),
})

/** A child's record of your own agency as one whose time here ends. */
export const retentionRecord = z.strictObject({
  reference: z.string(),
  state: z.enum(RETENTION_STATES),
  endedBy: z.enum(RETENTION_ENDINGS).nullable(),
  endedOn: day.nullable(),
  /** the first day on which it may be purged; null while the plan for adoption goes on */
  dueOn: day.nullable(),
  /** newest first, lifted ones too */
  holds: z.array(hold),
  /** the newest one */
  exported: recordExport.nullable(),
  /** the newest request; `problem`: why it was not done, null while it is under way */
  purge: z.strictObject({ requestedBy: z.string(), requestedAt: instant, problem: z.enum(PURGE_PROBLEMS).nullable() }).nullable(),
  /** what would keep you from purging it now */
  blockedBy: z.enum(PURGE_PROBLEMS).nullable(),
  actions: z.array(z.enum(RECORD_ACTIONS)),
})
/** What is left of a record that was purged. */
export const purgedRecord = z.strictObject({
  reference: z.string(),
  state: z.literal('purged'),
  purgedAt: instant,
  /** null where a restored backup was purged again */
  requestedBy: z.string().nullable(),
  filedBy: z.string().nullable(),
  receipt: z.string().nullable(),
})
/** `GET /api/v1/children/{reference}/retention` */
export const retentionOfChild = z.discriminatedUnion('state', [retentionRecord, purgedRecord])

/** `GET /api/v1/retention`: whose time is over or nearly so, and all that are held; the earliest first */
export const retentionAsked = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25), cursor: z.string().max(200).optional() })
export const retentionPage = z.strictObject({
  items: z.array(retentionRecord),
  nextCursor: z.string().nullable(),
  total: z.int(),
  /** how long your agency keeps records: months, and weeks of warning */
  periods: z.strictObject({ afterOrder: z.int(), afterPlanEnd: z.int(), warnedBefore: z.int() }),
  today: day,
})

/** `POST /api/v1/children/{reference}/holds` and `…/holds/lifted` */
export const holdCommand = z.strictObject({ reason: z.enum(HOLD_REASONS), key: z.uuid() })
/** `POST /api/v1/children/{reference}/record-export`: each one is an export of its own, with a receipt of its own; therefore no key */
export const exportRecordCommand = z.strictObject({
  /** for the agency's own record; or for the information officer, who decides what of it may be released to whom */
  purpose: z.enum(['own-record', 'information-officer']),
})
/** `POST /api/v1/children/{reference}/record-export/filed` */
export const confirmFiledCommand = z.strictObject({
  receipt: z.string().regex(/^[0-9a-f]{64}$/u, 'must be the receipt of an export: 64 digits and letters'),
  /** the number or place in the agency's own record */
  filedAs: plainText(100).min(1, 'Write under which number or where it is filed.'),
  key: z.uuid(),
})
/** `POST /api/v1/children/{reference}/purge`: `confirmation` is the reference, typed again */
export const purgeCommand = z.strictObject({ confirmation: plainText(20), key: z.uuid() })
