import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { Now } from '../../core/plain-date.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../core/result.ts'
import type { AuditLine } from '../../database/audit-log.ts'
import type { Register } from '../../database/register.ts'
import { cursorOf, positionIn } from '../../safeguards/at-position.ts'
import { mayAudit } from '../../safeguards/audit-access.ts'
import type { acknowledgeNoticeCommand, glassNotice, glassNoticesAsked, glassNoticesPage } from './break-glass-contract.ts'
import type { FoundNotice, GlassStore } from './glass-store.ts'

interface Deps {
  readonly register: Register<{ readonly glass: GlassStore }>
  readonly now: Now
}
type GlassNotice = z.input<typeof glassNotice>
type AcknowledgeCommand = z.output<typeof acknowledgeNoticeCommand> & { readonly id: string }
export type ListGlassNotices = (actor: Actor, asked: z.output<typeof glassNoticesAsked>) => Promise<Result<z.input<typeof glassNoticesPage>>>
export type AcknowledgeNotice = (actor: Actor, command: AcknowledgeCommand) => Promise<Result<GlassNotice>>

const presentNotice = ({ view, openedBy, ownerAgencyId }: FoundNotice, actor: Actor): GlassNotice => ({
  ...view,
  isOurs: ownerAgencyId === actor.agencyId,
  mayAcknowledge: view.acknowledged === null && openedBy !== actor.workerId,
})

/** One line for each agency whose records were named. */
const linesOf = (shown: readonly FoundNotice[]): readonly AuditLine[] => {
  const byOwner = new Map<AgencyId, string[]>()
  for (const { ownerAgencyId, view } of shown) byOwner.set(ownerAgencyId, [...(byOwner.get(ownerAgencyId) ?? []), view.reference])
  return [...byOwner].map(([subjectAgencyId, subjects]) => ({ verb: 'breakglass.listed', subjectAgencyId, subjects }))
}

/** Which records were opened in an emergency, by whom and why: of the own agency, or by its people. Refuses: not-allowed, invalid. */
export const listGlassNotices =
  ({ register }: Pick<Deps, 'register'>): ListGlassNotices =>
  async (actor, { state, limit, cursor }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor)
    if (cursor !== undefined && after === undefined) return invalid('cursor', 'Give one that an earlier page gave.')
    return register.as(actor, { verb: 'breakglass.listed' }, async ({ glass, audit }) => {
      if (!mayAudit(actor, 'oversee', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see what was opened in an emergency' })
      const found = await glass.notices({ state, limit: limit + 1, ...(after && { after }) })
      const page = found.slice(0, limit)
      const last = page.at(-1)
      await audit.record(...linesOf(page))
      return ok({
        items: page.map((notice) => presentNotice(notice, actor)),
        nextCursor: last && found.length > limit ? cursorOf(last.position) : null,
        total: await glass.countNotices(state),
      })
    })
  }

/** Somebody of the agency that was told has taken note; not whoever opened the record. Refuses: not-allowed, not-found, conflict `already-done`. */
export const acknowledgeNotice =
  ({ register, now }: Deps): AcknowledgeNotice =>
  async (actor, { id, key }) => {
    const doing = { verb: 'breakglass.acknowledged', subjects: [id] }
    const done = await register.as(actor, { ...doing, key }, async ({ glass, audit }): Promise<Result<null>> => {
      if (!mayAudit(actor, 'oversee', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'acknowledge what was opened in an emergency' })
      const was = await glass.notice(id)
      if (!was) return notFound()
      if (was.openedBy === actor.workerId) return refuse({ kind: 'not-allowed', action: 'acknowledge what you opened yourself' })
      if (!(await glass.acknowledge(id, actor, now()))) return refuse({ kind: 'conflict', reason: 'already-done' })
      await audit.record({ verb: doing.verb, subjectAgencyId: was.ownerAgencyId, subjects: [was.view.reference] })
      return ok(null)
    })
    if (!done.ok) return done
    // what is kept with the key must hold nothing of the notice: it goes with the child's record, the key does not
    return register.as(actor, doing, async ({ glass }) => {
      const is = await glass.notice(id)
      return is ? ok(presentNotice(is, actor)) : notFound()
    })
  }
