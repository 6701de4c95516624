import { mayAt } from '../children/child-access.ts'
import { presentOwnChild } from '../children/own-child-row.ts'
import { presentSharedChild } from '../children/sharing/shared-child-row.ts'
import type { Actor } from '../core/actor.ts'
import { ok, type Result } from '../core/result.ts'
import { askPage, type WaitingDeps } from './ask-waiting.ts'
import { linesForShown } from './audit-shown.ts'
import type { EntitledWaitingPage, WaitingQuery } from './waiting-list.ts'
import type { EntitledRow } from './waiting-store.ts'

export type ListWaiting = (actor: Actor, query: WaitingQuery, how?: { readonly automatic?: boolean }) => Promise<Result<EntitledWaitingPage>>

const agencyOfRow = (row: EntitledRow) => (row.view === 'own' ? row.record.child.agencyId : row.record.agency_id)

/**
 * Who waits, longest first: own children in the own view, partners' in the shared one. Refuses: not-allowed for a role that reads
 * no child; invalid for an unknown agency, a limit outside 1 to 100 or a cursor that no page gave.
 */
export const listWaiting =
  (deps: WaitingDeps): ListWaiting =>
  (actor, query, { automatic = false } = {}) =>
    deps.register.as(actor, { verb: 'waiting.listed', automatic }, async ({ waiting, audit }) => {
      const asked = await askPage(waiting, actor, query, deps)
      if (!asked.ok) return asked
      const found = await waiting.page(asked.value)
      const total = await waiting.total(asked.value)
      const shown = found.slice(0, query.limit)
      const last = shown.at(-1)
      const today = deps.today()
      await audit.record(
        ...linesForShown(
          'waiting.listed',
          shown.map((row) => ({ agencyId: agencyOfRow(row), reference: row.position.reference })),
        ),
      )
      return ok({
        items: shown.map((row) => (row.view === 'own' ? presentOwnChild(row.record, actor, today) : presentSharedChild(row.record, actor, today))),
        nextCursor: last && found.length > query.limit ? deps.cursors.seal(last.position) : null,
        total,
        filter: query.filter,
        asOf: today,
        mayAdd: mayAt(actor.roles, 'add', 'placing-agency') && !actor.isHub,
        mayExport: mayAt(actor.roles, 'export', 'placing-agency'),
      })
    })
