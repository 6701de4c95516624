import type { Actor } from '../core/actor.ts'
import { notFound, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { mayAt, mayChild } from './child-access.ts'
import { readChildReference } from './child-reference.ts'
import type { ChildStore } from './child-store.ts'
import type { PrivateDetail } from './child-views.ts'

interface Deps {
  readonly register: Register<{ readonly children: ChildStore }>
}
export type ReadPrivateDetail = (actor: Actor, command: { readonly reference: string }) => Promise<Result<PrivateDetail>>

/**
 * Name, birth date and local reference: an act of its own, with an audit line of its own. Only at the placing agency;
 * whoever sees the child but may not open this is refused as not-allowed, everybody else gets not-found.
 */
export const readPrivateDetail =
  ({ register }: Deps): ReadPrivateDetail =>
  async (actor, { reference: typed }) => {
    const parsed = readChildReference(typed)
    if (!parsed.ok) return parsed
    const reference = parsed.value
    return register.as(actor, { verb: 'child.private-read', subjects: [reference] }, async ({ children, audit }) => {
      const own = mayAt(actor.roles, 'read', 'placing-agency') ? await children.own(reference) : undefined
      if (!own) {
        const shared = await children.shared(reference)
        return shared && mayChild(actor, 'read', shared.agency_id) ? refuse({ kind: 'not-allowed', action: 'open this child’s private detail' }) : notFound()
      }
      if (!mayChild(actor, 'read-private', own.child.agencyId)) return refuse({ kind: 'not-allowed', action: 'open this child’s private detail' })
      const secrets = await children.secrets(own.child.id)
      if (!secrets) return notFound()
      await audit.record({ verb: 'child.private-read', subjectAgencyId: own.child.agencyId, subjects: [reference] })
      return ok({ name: secrets.name, born: secrets.born, localReference: secrets.localReference })
    })
  }
