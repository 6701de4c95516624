import type { Actor } from '../../core/actor.ts'
import { notFound, ok, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { mayChild } from '../child-access.ts'
import { readChildReference } from '../child-reference.ts'
import type { ChildStore } from '../child-store.ts'
import type { AnonymousChild } from '../child-views.ts'
import type { ReadChildCommand } from '../read-child.ts'

interface Deps {
  readonly register: Register<{ readonly children: ChildStore }>
}
export type ReadAnonymousChild = (actor: Actor, command: ReadChildCommand) => Promise<Result<AnonymousChild>>

/** One child as any conversation may see it, for somebody who may read that child. A child who is not shared yet is not found. */
export const readAnonymousChild =
  ({ register }: Deps): ReadAnonymousChild =>
  async (actor, { reference: typed, automatic = false }) => {
    const parsed = readChildReference(typed)
    if (!parsed.ok) return parsed
    const reference = parsed.value
    return register.as(actor, { verb: 'child.read', subjects: [reference], automatic }, async ({ children, audit }) => {
      const found = await children.anonymous({ reference })
      if (!found || !mayChild(actor, 'read', found.agencyId)) return notFound()
      await audit.record({ verb: 'child.read', subjectAgencyId: found.agencyId, subjects: [reference] })
      return ok(found.child)
    })
  }
