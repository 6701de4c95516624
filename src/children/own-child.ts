import type { Actor } from '../core/actor.ts'
import type { ChildReference } from '../core/reference.ts'
import { notFound, ok, refuse, type Result } from '../core/result.ts'
import { mayAt, mayChild, type ChildPermission } from './child-access.ts'
import type { ChildStore } from './child-store.ts'
import type { OwnRecord } from './own-child-row.ts'

interface Asked {
  readonly permission: ChildPermission | ((record: OwnRecord) => ChildPermission)
  /** for the refusal, after "You may not" */
  readonly action: string
}

/** A child of the own agency with whom this actor may do so; else not-found, or not-allowed for whoever sees the child. */
export const ownChildFor = async (children: ChildStore, actor: Actor, reference: ChildReference, { permission, action }: Asked): Promise<Result<OwnRecord>> => {
  const refused = refuse({ kind: 'not-allowed', action })
  const record = mayAt(actor.roles, 'read', 'placing-agency') ? await children.own(reference) : undefined
  if (record) return mayChild(actor, typeof permission === 'function' ? permission(record) : permission, record.child.agencyId) ? ok(record) : refused
  const shared = await children.shared(reference)
  return shared && mayChild(actor, 'read', shared.agency_id) ? refused : notFound()
}
