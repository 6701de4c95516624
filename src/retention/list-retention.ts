import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { invalid, ok, type Result } from '../core/result.ts'
import { periodsNow, refusedBefore, type RetentionDeps } from './own-record.ts'
import { recordView, type RetentionRecord } from './record-view.ts'
import type { retentionAsked, retentionPage } from './retention-contract.ts'
import { overOf, warnedUntil } from './retention-due.ts'
import { LAST_OF_DAYS, type RetentionPosition } from './retention-store.ts'

export type ListRetention = (actor: Actor, asked: z.output<typeof retentionAsked>) => Promise<Result<z.input<typeof retentionPage>>>

const position = z.tuple([z.iso.date(), z.string().max(20)])
const cursorOf = ({ dueOn, reference }: RetentionPosition): string => Buffer.from(JSON.stringify([dueOn, reference])).toString('base64url')
const positionIn = (cursor: string): RetentionPosition | undefined => {
  try {
    const [dueOn, reference] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { dueOn, reference }
  } catch {
    return undefined
  }
}

/**
 * The own agency's records whose time is over or nearly so, and all that somebody holds, the earliest first. Audited with every reference
 * that was shown. Refuses: not-allowed, invalid.
 */
export const listRetention =
  ({ register, today }: RetentionDeps): ListRetention =>
  (actor, { limit, cursor }) =>
    register.as(actor, { verb: 'retention.listed' }, async ({ retention, settings, audit }) => {
      const allowed = refusedBefore(actor, 'list')
      if (!allowed.ok) return allowed
      const after = cursor === undefined ? undefined : positionIn(cursor)
      if (cursor !== undefined && after === undefined) return invalid('cursor', 'must be one that an earlier page gave.')
      const on = today()
      const periods = await periodsNow(settings, on)
      const { items, total } = await retention.list({ periods, until: warnedUntil(periods, on), limit: limit + 1, ...(after && { after }) })
      const page = items.slice(0, limit)
      const records: RetentionRecord[] = []
      for (const child of page) records.push(await recordView(retention, child, actor, periods, on))
      const last = page.at(-1)
      await audit.record({ verb: 'retention.listed', subjectAgencyId: actor.agencyId, subjects: page.map(({ reference }) => reference) })
      return ok({
        items: records,
        nextCursor: last && items.length > limit ? cursorOf({ dueOn: overOf(last, periods)?.dueOn ?? LAST_OF_DAYS, reference: last.reference }) : null,
        total,
        periods,
        today: on,
      })
    })
