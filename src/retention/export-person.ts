import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { WorkerId } from '../core/ids.ts'
import { notFound, ok, type Result } from '../core/result.ts'
import type { fileAnswer } from '../http/route.ts'
import { refusedBefore, type RetentionDeps } from './own-record.ts'
import { recordDocument } from './record-document.ts'

export type ExportPerson = (actor: Actor, command: { readonly id: string }) => Promise<Result<z.input<typeof fileAnswer>>>

const NOTES = [
  'Not released to anyone by Family Finding. It is for the agency’s information officer, who decides what of it may be released, to whom and how.',
  'Children are named by their reference only. Parts of this may be about other people.',
]

/** What the register keeps about a colleague of the own agency, as one file that is kept nowhere. Refuses: not-allowed, not-found. */
export const exportPerson =
  ({ register, today, now }: RetentionDeps): ExportPerson =>
  (actor, { id }) =>
    register.as(actor, { verb: 'person.given-to-officer', subjects: [id] }, async ({ retention, audit }) => {
      const allowed = refusedBefore(actor, 'export-person')
      if (!allowed.ok) return allowed
      const person = await retention.person(id as WorkerId)
      if (person === undefined) return notFound()
      await audit.record({ verb: 'person.given-to-officer', subjectAgencyId: actor.agencyId, subjects: [id] })
      const bytes = recordDocument({
        title: `${person.name}, ${actor.agencyName}`,
        notes: [...NOTES, `Exported by ${actor.name} at ${now().toISOString()}.`],
        parts: [{ title: 'What Family Finding keeps about this colleague', tables: person.tables }],
      })
      return ok({ fileName: `colleague-${today()}-${id.slice(-12)}.html`, mediaType: 'text/html; charset=utf-8', bytes })
    })
