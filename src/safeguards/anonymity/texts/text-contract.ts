import * as z from 'zod'
import { plainText } from '../../../http/common-contract.ts'
import { FINDING_KINDS, FINDING_MARKS } from '../checker/finding-kinds.ts'
import { TEXT_OUTCOMES, TEXT_PURPOSES, TEXT_STATES } from './text-kinds.ts'

/** Free text as it is typed or pasted, several lines; every other character may come and is looked at. The register cannot store a NUL or half a character. */
const freeText = z
  .string()
  .min(1)
  .max(50_000)
  .regex(/^\P{Cs}*$/u, 'must be text')
  .refine((text) => !text.includes('\0'), 'must be text')

const about = {
  /** the child whom it is about; null for a text about no child */
  reference: z.string().max(20).nullable(),
  purpose: z.enum(TEXT_PURPOSES),
  text: freeText,
}

/** A stretch of the text in UTF-16 code units, end excluded. */
export const finding = z.strictObject({
  start: z.int(),
  end: z.int(),
  kind: z.enum(FINDING_KINDS),
  mark: z.enum(FINDING_MARKS),
  /** why, and what to write instead */
  says: z.string(),
})

/** `POST /api/v1/texts/check`: stores nothing. */
export const checkTextCommand = z.strictObject(about)
export const textCheck = z.strictObject({ outcome: z.enum(TEXT_OUTCOMES), findings: z.array(finding) })

/** `POST /api/v1/texts`, and `POST /api/v1/texts/{id}` for the next try at the same text. */
export const submitTextCommand = z.strictObject({
  ...about,
  /** a text that stays stopped is put before a second person */
  askOverride: z.boolean().default(false),
  key: z.uuid(),
})
export const resubmitTextCommand = z.strictObject({ text: freeText, askOverride: z.boolean().default(false), version: z.int().min(1), key: z.uuid() })
export const submittedText = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(TEXT_STATES),
  outcome: z.enum(TEXT_OUTCOMES),
  findings: z.array(finding),
})

/** `POST /api/v1/texts/{id}/confirmed`: the author says that what is marked identifies nobody. */
export const confirmTextCommand = z.strictObject({ version: z.int().min(1), key: z.uuid() })
/** `POST /api/v1/texts/{id}/overridden`: a second person lets it go, and says why. */
export const overrideTextCommand = z.strictObject({ reason: plainText(200).min(3), version: z.int().min(1), key: z.uuid() })
export const textState = z.strictObject({ id: z.uuid(), version: z.int(), state: z.enum(TEXT_STATES) })

/** `GET /api/v1/texts/waiting`: one's own drafts and, for who may override, the texts of colleagues that wait for it. */
export const waitingText = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  reference: z.string().nullable(),
  purpose: z.enum(TEXT_PURPOSES),
  author: z.string(),
  isOwn: z.boolean(),
  state: z.enum(TEXT_STATES),
  text: z.string(),
  findings: z.array(finding),
  changedAt: z.iso.datetime(),
  /** what this person may do next */
  actions: z.array(z.enum(['submit', 'confirm', 'override'])),
})
export const waitingTexts = z.strictObject({ items: z.array(waitingText) })
