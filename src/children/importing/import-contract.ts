import * as z from 'zod'
import { CHILD_FIELDS } from '../../trackers/column-kinds.ts'
import { FINDING_CODES, type FindingCode } from '../../trackers/finding-kinds.ts'

const count = z.int().min(0)
const place = { sheet: z.string().nullable(), row: z.int().min(1) }
const field = z.enum(CHILD_FIELDS)

/** What a person says that a column holds: the column's label as the preview wrote it, and a field, or null to leave it out. As JSON. */
export const choicesOfPerson = z.record(z.string().max(300), field.nullable())
const choices = z.string().max(8_000).optional()

export const previewQuery = z.strictObject({ choices })
export const commitQuery = z.strictObject({ choices, key: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/u) })

const column = z.strictObject({ label: z.string(), letter: z.string(), fields: z.array(field).readonly(), note: z.string().nullable() })
const counts = { added: count, changed: count, unchanged: count, rejected: count }

/** What an import would do. Names rows, columns and fields; never what stands in a cell. */
export const importPreview = z.strictObject({
  /** unknown: no heading of a children's tracker was found; the columns can still be chosen */
  kind: z.enum(['children', 'unknown']),
  format: z.string(),
  /** to be sent with the import, so that only what was seen is saved */
  digest: z.string(),
  sheets: z.array(z.strictObject({ name: z.string().nullable(), headerRows: z.array(z.int()).readonly(), columns: z.array(column).readonly() })).readonly(),
  sheetsIgnored: z.array(z.strictObject({ sheet: z.string(), reason: z.string() })).readonly(),
  /** every field that a column can hold, and its name in words */
  fields: z.array(z.strictObject({ field, words: z.string() })).readonly(),
  rowsTotal: count,
  rowsIgnored: z.array(z.strictObject({ ...place, reason: z.string() })).readonly(),
  ...counts,
  changes: z.array(z.strictObject({ ...place, reference: z.string().nullable(), fields: z.array(z.string()).readonly() })).readonly(),
  findings: z
    .array(
      z.strictObject({
        ...place,
        code: z.enum(Object.keys(FINDING_CODES) as [FindingCode, ...FindingCode[]]),
        severity: z.enum(['error', 'warning']),
        column: z.string(),
        otherColumns: z.array(z.string()).readonly(),
        sentence: z.string(),
      }),
    )
    .readonly(),
  notes: z.array(z.string()).readonly(),
  waiting: count,
  longestWaitDays: count.nullable(),
})

export const importDone = z.strictObject(counts)
