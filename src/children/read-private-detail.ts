import type { Actor } from '../core/actor.ts'
import { notFound, ok, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { readChildReference } from './child-reference.ts'
import type { ChildStore } from './child-store.ts'
import type { PrivateDetail } from './child-views.ts'
import { ownChildFor } from './own-child.ts'

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
      const own = await ownChildFor(children, actor, reference, { permission: 'read-private', action: 'open this child’s private detail' })
      if (!own.ok) return own
      const { child } = own.value
      const secrets = await children.secrets(child.id)
      if (!secrets) return notFound()
      await audit.record({ verb: 'child.private-read', subjectAgencyId: child.agencyId, subjects: [reference] })
      return ok({ name: secrets.name, born: secrets.born, localReference: secrets.localReference })
    })
  }
