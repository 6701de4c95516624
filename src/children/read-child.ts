import type { Actor } from '../core/actor.ts'
import { notFound, ok, type Result } from '../core/result.ts'
import { mayAt, mayChild } from './child-access.ts'
import { readChildReference } from './child-reference.ts'
import type { ChangeDeps } from './changing/change-child.ts'
import type { EntitledChildDetail } from './child-views.ts'
import { detailOf } from './present-detail.ts'
import { presentSharedChild } from './sharing/shared-child-row.ts'

export interface ReadChildCommand {
  readonly reference: string
  /** an automatic refresh of a card; marked in the audit */
  readonly automatic?: boolean
}
export type ReadChild = (actor: Actor, command: ReadChildCommand) => Promise<Result<EntitledChildDetail>>

/**
 * One child as this actor may see it: the own view at the placing agency, the shared one at its partners.
 * A child that is hidden answers as one that does not exist: not-found. Refuses a malformed reference as invalid.
 */
export const readChild =
  (deps: ChangeDeps): ReadChild =>
  async (actor, { reference: typed, automatic = false }) => {
    const parsed = readChildReference(typed)
    if (!parsed.ok) return parsed
    const reference = parsed.value
    return deps.register.as(actor, { verb: 'child.read', subjects: [reference], automatic }, async (scope): Promise<Result<EntitledChildDetail>> => {
      const { children, audit } = scope
      const own = mayAt(actor.roles, 'read', 'placing-agency') ? await children.own(reference) : undefined
      if (own) {
        await audit.record({ verb: 'child.read', subjectAgencyId: own.child.agencyId, subjects: [reference] })
        return ok(await detailOf(scope, own, actor, deps))
      }
      const shared = await children.shared(reference)
      if (!shared || !mayChild(actor, 'read', shared.agency_id)) return notFound()
      await audit.record({ verb: 'child.read', subjectAgencyId: shared.agency_id, subjects: [reference] })
      return ok(presentSharedChild(shared, actor, deps.today()))
    })
  }
