import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { ok, type Result } from '../core/result.ts'
import type { fileAnswer } from '../http/route.ts'
import { ownRecord, subjectsOf, type RetentionDeps } from './own-record.ts'
import { recordDocument } from './record-document.ts'
import type { exportRecordCommand } from './retention-contract.ts'

type ExportCommand = z.output<typeof exportRecordCommand> & { readonly reference: string }
export type ExportRecord = (actor: Actor, command: ExportCommand) => Promise<Result<z.input<typeof fileAnswer>>>

const NOTES: Readonly<Record<ExportCommand['purpose'], readonly string[]>> = {
  'own-record': [
    'This is all that Family Finding holds about this child, for the agency’s own record. Family Finding keeps a working copy; the record that is kept for 100 years is the agency’s.',
  ],
  'information-officer': [
    'Not released to anyone by Family Finding. It is for the agency’s information officer, who decides what of it may be released, to whom and how.',
    'Adoption records are in part exempt from subject access, and parts of this may be about other people.',
  ],
}
const VERBS: Readonly<Record<ExportCommand['purpose'], string>> = { 'own-record': 'retention.exported', 'information-officer': 'record.given-to-officer' }

/**
 * Everything that the register holds about a child of the own agency, as one file. For the own record a receipt is kept, the SHA-256 of
 * the file as it left; its beginning is in the file's name. The file itself is kept nowhere. Refuses: not-allowed, invalid, not-found.
 */
export const exportRecord =
  ({ register, now }: RetentionDeps): ExportRecord =>
  (actor, { reference: typed, purpose }) =>
    register.as(actor, { verb: VERBS[purpose], subjects: subjectsOf(typed) }, async ({ retention, audit }) => {
      const found = await ownRecord(retention, actor, typed, 'export')
      if (!found.ok) return found
      const child = found.value
      const record = await retention.recordOf(child)
      const at = now()
      const bytes = recordDocument({
        title: `${child.reference}, ${actor.agencyName}`,
        notes: [...NOTES[purpose], `Exported by ${actor.name} at ${at.toISOString()}.`],
        parts: record.parts,
      })
      const receipt = createHash('sha256').update(bytes).digest('hex')
      if (purpose === 'own-record') await retention.addExport(child, { receipt, recordHash: record.recordHash, by: actor, at })
      await audit.record({ verb: VERBS[purpose], subjectAgencyId: child.agencyId, subjects: [child.reference] })
      return ok({ fileName: `${child.reference}-${purpose}-${receipt.slice(0, 16)}.html`, mediaType: 'text/html; charset=utf-8', bytes })
    })
