import { ENOUGH, isSingledOut, presentAnonymousChild } from '../children/sharing/shared-facts.ts'
import type { Actor } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import { ok, type Result } from '../core/result.ts'
import { askPage, type WaitingDeps } from './ask-waiting.ts'
import { linesForShown } from './audit-shown.ts'
import { isOwnViewOnly, type AnonymousWaitingPage, type WaitingQuery } from './waiting-list.ts'
import { inWholeBands } from './whole-bands.ts'

export type ListWaitingAnonymously = (
  actor: Actor,
  query: WaitingQuery,
  how: { readonly place: 'personal' | 'channel'; readonly automatic?: boolean },
) => Promise<Result<AnonymousWaitingPage>>

/**
 * The waiting list as any conversation may see it. The place makes no difference to what is shown: a personal message is stored
 * as well. Days are asked in whole waiting bands only, and `filter` says what was answered. With fewer than three children, or
 * where only the own view answers, there are no items and no number; refuses as `listWaiting` does.
 */
export const listWaitingAnonymously =
  (deps: WaitingDeps): ListWaitingAnonymously =>
  (actor, query, { automatic = false }) =>
    deps.register.as(actor, { verb: 'waiting.listed', automatic }, async ({ waiting, audit }): Promise<Result<AnonymousWaitingPage>> => {
      const filter = inWholeBands(query.filter, deps.today())
      const asked = await askPage(waiting, actor, { ...query, filter }, deps)
      if (!asked.ok) return asked
      const ownViewOnly = isOwnViewOnly(filter)
      const answer = { filter, asOf: deps.today(), ownViewOnly }
      const total = ownViewOnly ? 0 : await waiting.anonymousTotal(asked.value)
      if (total < ENOUGH) return ok({ ...answer, items: [], nextCursor: null, total: 0, tooFewToShow: true })

      const found = await waiting.anonymousPage(asked.value)
      const onPage = found.slice(0, query.limit)
      const shown = onPage.filter((row) => !isSingledOut(row, asked.value.facts))
      const last = onPage.at(-1)
      await audit.record(
        ...linesForShown(
          'waiting.listed',
          shown.map((row) => ({ agencyId: row.agency_id as AgencyId, reference: row.reference })),
        ),
      )
      return ok({
        ...answer,
        items: shown.map((row) => presentAnonymousChild(row, deps.today())),
        nextCursor: last && found.length > query.limit ? deps.cursors.seal({ waitingFrom: last.waiting_from, reference: last.reference }) : null,
        total,
        tooFewToShow: false,
      })
    })
