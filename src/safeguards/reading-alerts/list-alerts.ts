import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Today } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { cursorOf, positionIn } from '../at-position.ts'
import { auditActions, mayAudit, rolesThat } from '../audit-access.ts'
import type { AlertsStore } from './alerts-store.ts'
import type { readingAlertsAsked, readingAlertsPage } from './reading-alerts-contract.ts'

interface Deps {
  readonly register: Register<{ readonly readingAlerts: AlertsStore }>
  readonly today: Today
}
export type ListReadingAlerts = (actor: Actor, asked: z.output<typeof readingAlertsAsked>) => Promise<Result<z.input<typeof readingAlertsPage>>>

/**
 * The agency's alerts on unusual reading, newest first; those about the one who asks are for others. They name no child, so a look leaves
 * no audit line. Refuses: not-allowed, invalid.
 */
export const listReadingAlerts =
  ({ register, today }: Deps): ListReadingAlerts =>
  async (actor, { state, limit, cursor }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor)
    if (cursor !== undefined && after === undefined) return invalid('cursor', 'Give one that an earlier page gave.')
    return register.as(actor, { verb: 'alert.listed' }, async ({ readingAlerts }) => {
      if (!mayAudit(actor, 'oversee', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see who read unusually much' })
      const found = await readingAlerts.find(actor.workerId, { state, limit: limit + 1, ...(after && { after }) })
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return ok({
        items: page.map(({ view }) => view),
        nextCursor: last && found.length > limit ? cursorOf(last.position) : null,
        total: await readingAlerts.count(actor.workerId, state),
        isOnlyOneTold: await readingAlerts.isOnlyOne(actor.workerId, rolesThat('oversee'), today()),
        actions: [...auditActions(actor)],
      })
    })
  }
