import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Now } from '../../core/plain-date.ts'
import { notFound, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { mayAudit } from '../audit-access.ts'
import type { AlertsStore } from './alerts-store.ts'
import type { acknowledgeAlertCommand, readingAlert } from './reading-alerts-contract.ts'

interface Deps {
  readonly register: Register<{ readonly readingAlerts: AlertsStore }>
  readonly now: Now
}
type Command = z.output<typeof acknowledgeAlertCommand> & { readonly id: string }
export type AcknowledgeAlert = (actor: Actor, command: Command) => Promise<Result<z.input<typeof readingAlert>>>

/**
 * Somebody looked into an alert and says what it was. Never the person whom it is about: to them it does not exist.
 * Refuses: not-allowed, not-found, conflict `already-done`.
 */
export const acknowledgeAlert =
  ({ register, now }: Deps): AcknowledgeAlert =>
  async (actor, { id, note, key }) => {
    const doing = { verb: 'alert.acknowledged', subjects: [id] }
    const done = await register.as(actor, { ...doing, key, command: { note } }, async ({ readingAlerts, audit }): Promise<Result<null>> => {
      if (!mayAudit(actor, 'oversee', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'acknowledge who read unusually much' })
      const was = await readingAlerts.byId(actor.workerId, id)
      if (!was) return notFound()
      if (!(await readingAlerts.acknowledge(id, actor, note, now()))) return refuse({ kind: 'conflict', reason: 'already-done' })
      // the alert and not the person: whom it is about must not find it in the audit either
      await audit.record({ verb: doing.verb, subjectAgencyId: actor.agencyId, subjects: [id], reason: note })
      return ok(null)
    })
    if (!done.ok) return done
    return register.as(actor, doing, async ({ readingAlerts }) => {
      const is = await readingAlerts.byId(actor.workerId, id)
      return is ? ok(is.view) : notFound()
    })
  }
