import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Now, Today } from '../../core/plain-date.ts'
import type { ChildReference } from '../../core/reference.ts'
import { notFound, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import type { SettingsStore } from '../../settings/settings-store.ts'
import { mayChild } from '../child-access.ts'
import { readChildReference } from '../child-reference.ts'
import type { ChildStore } from '../child-store.ts'
import { presentOwnChild } from '../own-child-row.ts'
import type { SharedRecord } from '../sharing/shared-child-row.ts'
import type { breakGlassCommand, openedRecord } from './break-glass-contract.ts'
import type { GlassStore, Grant } from './glass-store.ts'

interface GlassScope {
  readonly children: ChildStore
  readonly glass: GlassStore
  readonly settings: SettingsStore
}
interface Deps {
  readonly register: Register<GlassScope>
  readonly today: Today
  readonly now: Now
}
type OpenedRecord = z.input<typeof openedRecord>
type Command = z.output<typeof breakGlassCommand> & { readonly reference: string }
export type OpenInEmergency = (actor: Actor, command: Command) => Promise<Result<OpenedRecord>>
export type ReadOpened = (actor: Actor, command: { readonly reference: string }) => Promise<Result<OpenedRecord>>

/**
 * Only a child that this person sees in the shared view can be asked for. One that its agency does not share is not found, in an emergency
 * too: who may not know that a record exists cannot need it by its reference.
 */
const askedFor = async (children: ChildStore, actor: Actor, reference: ChildReference): Promise<Result<SharedRecord>> => {
  const shared = await children.shared(reference)
  if (!shared || !mayChild(actor, 'read', shared.agency_id)) return notFound()
  return mayChild(actor, 'break-glass', shared.agency_id) ? ok(shared) : refuse({ kind: 'not-allowed', action: 'open this child in an emergency' })
}

/** Reads what the grant opens, by the database's own role for it. Each look is in the audit of both agencies. */
const readBy = async ({ register, today }: Deps, actor: Actor, reference: ChildReference, grant: Grant): Promise<Result<OpenedRecord>> => {
  const opened = await register.breakGlass(actor, grant, async ({ children, audit }) => {
    const record = await children.own(reference)
    const secrets = record && (await children.secrets(record.child.id))
    if (!record || !secrets) return undefined
    await audit.record({ verb: 'breakglass.read', subjectAgencyId: grant.ownerAgencyId, subjects: [reference] })
    const { name, born, localReference } = secrets
    return { until: grant.until, child: { ...presentOwnChild(record, actor, today()), actions: [] }, private: { name, born, localReference } }
  })
  return opened ? ok(opened) : refuse({ kind: 'conflict', reason: 'glass-closed' })
}

const MINUTE = 60_000

/**
 * A manager opens one record of a partner agency, read-only, for a stated reason and as long as the own agency's setting says. Both agencies
 * are told by a notice, and the audit of both has who, what and why. Pressed twice it is one grant. Refuses: invalid, not-found, not-allowed;
 * conflict `glass-closed` when a retry comes after the time was over.
 */
export const openInEmergency =
  (deps: Deps): OpenInEmergency =>
  async (actor, { reference: typed, key, ...said }) => {
    const parsed = readChildReference(typed)
    if (!parsed.ok) return parsed
    const reference = parsed.value
    const doing = { verb: 'breakglass.opened', subjects: [reference], key, command: said }
    const granted = await deps.register.as(actor, doing, async ({ children, glass, settings, audit }): Promise<Result<Grant>> => {
      const child = await askedFor(children, actor, reference)
      if (!child.ok) return child
      const { child_id: id, agency_id: agencyId } = child.value
      const at = deps.now()
      const { openInEmergencyFor } = await settings.valuesOn(deps.today())
      const until = new Date(at.getTime() + openInEmergencyFor.value * MINUTE)
      const grant = await glass.add(actor, { child: { id, reference, agencyId }, ...said, at, until })
      await audit.record({ verb: 'breakglass.opened', subjectAgencyId: agencyId, subjects: [reference], reason: said.reason })
      return ok(grant)
    })
    if (!granted.ok) return granted
    // a retry is answered with the first grant: role and sharing may have gone since
    const still = await deps.register.as(actor, { verb: doing.verb, subjects: [reference] }, async ({ children }): Promise<Result<null>> => {
      const child = await askedFor(children, actor, reference)
      return child.ok ? ok(null) : child
    })
    return still.ok ? readBy(deps, actor, reference, granted.value) : still
  }

/** The same record again while the own grant runs: another line of the audit, no other notice. Refuses as `openInEmergency` does. */
export const readOpened =
  (deps: Deps): ReadOpened =>
  async (actor, { reference: typed }) => {
    const parsed = readChildReference(typed)
    if (!parsed.ok) return parsed
    const reference = parsed.value
    const running = await deps.register.as(actor, { verb: 'breakglass.read', subjects: [reference] }, async ({ children, glass }): Promise<Result<Grant>> => {
      const child = await askedFor(children, actor, reference)
      if (!child.ok) return child
      const grant = await glass.running(actor.workerId, child.value.child_id, deps.now())
      return grant ? ok(grant) : refuse({ kind: 'conflict', reason: 'glass-closed' })
    })
    return running.ok ? readBy(deps, actor, reference, running.value) : running
  }
