import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { parseReference } from '../core/reference.ts'
import { notFound, ok, type Result } from '../core/result.ts'
import { ownRecord, periodsNow, subjectsOf, type RetentionDeps } from './own-record.ts'
import { purgedView, recordView } from './record-view.ts'
import type { retentionOfChild } from './retention-contract.ts'

export type RetentionOfChild = z.input<typeof retentionOfChild>
export type ReadRecord = (actor: Actor, command: { readonly reference: string }) => Promise<Result<RetentionOfChild>>

/** How long one record is kept, who holds it, what was filed; or, of one that was purged, when and by whom. Refuses: not-allowed, invalid, not-found. */
export const readRecord =
  ({ register, today }: RetentionDeps): ReadRecord =>
  (actor, { reference }) =>
    register.as(
      actor,
      { verb: 'retention.read', subjects: subjectsOf(reference) },
      async ({ retention, settings, audit }): Promise<Result<RetentionOfChild>> => {
        const child = await ownRecord(retention, actor, reference, 'list')
        if (child.ok) {
          await audit.record({ verb: 'retention.read', subjectAgencyId: child.value.agencyId, subjects: [child.value.reference] })
          return ok(await recordView(retention, child.value, actor, await periodsNow(settings, today()), today()))
        }
        const read = child.refusal.kind === 'not-found' ? parseReference('FF', reference) : undefined
        if (read === undefined) return child
        const purged = await retention.purged({ reference: read })
        if (purged === undefined) return notFound()
        await audit.record({ verb: 'retention.read', subjectAgencyId: actor.agencyId, subjects: [read] })
        return ok(purgedView(purged))
      },
    )
