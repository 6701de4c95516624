import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'
import { mayRetain } from './retention-access.ts'
import type { purgedRecord, retentionRecord } from './retention-contract.ts'
import { overOf, retentionStateOf, type Periods } from './retention-due.ts'
import type { RecordAction } from './retention-kinds.ts'
import type { Purged } from './purge-store.ts'
import type { RetainedChild, RetentionStore } from './retention-store.ts'
import { whyNotPurged } from './why-not-purged.ts'

export type RetentionRecord = z.input<typeof retentionRecord>

/** All that decides about one record at this moment. */
export const standingOf = async (retention: RetentionStore, child: RetainedChild, periods: Periods, today: PlainDate) => {
  const [holds, exports] = [await retention.holdsOf(child.id), await retention.exportsOf(child.id)]
  const isHeld = holds.some(({ liftedAt }) => liftedAt === null)
  return {
    holds,
    exports,
    state: retentionStateOf(child, isHeld, periods, today),
    // nobody asks what the record is like as long as nothing was exported that it could differ from
    recordHash: exports.length === 0 ? '' : (await retention.recordOf(child)).recordHash,
    filed: exports.flatMap(({ recordHash, filed }) => (filed === null ? [] : [{ recordHash, filedBy: filed.by }])),
  }
}

/** One record with what this person may do next. */
export const recordView = async (
  retention: RetentionStore,
  child: RetainedChild,
  actor: Actor,
  periods: Periods,
  today: PlainDate,
): Promise<RetentionRecord> => {
  const standing = await standingOf(retention, child, periods, today)
  const { holds, exports, state, recordHash } = standing
  const request = await retention.requestAbout(child.id)
  const over = overOf(child, periods)
  const [newest] = exports
  const filedAs = newest?.filed ? ((await retention.filedAs(child.id)) ?? '') : ''
  const blockedBy = whyNotPurged({ ...standing, requestedBy: actor.workerId }) ?? null
  const isUnderWay = request !== undefined && request.problem === null
  const offered: Readonly<Record<RecordAction, boolean>> = {
    export: !isUnderWay,
    'confirm-filed': newest !== undefined && newest.filed === null && newest.recordHash === recordHash,
    hold: true,
    purge: blockedBy === null && !isUnderWay,
  }
  return {
    reference: child.reference,
    state,
    endedBy: over?.endedBy ?? null,
    endedOn: over?.endedOn ?? null,
    dueOn: over?.dueOn ?? null,
    holds: holds.map(({ setAt, liftedAt, ...hold }) => ({ ...hold, setAt: setAt.toISOString(), liftedAt: liftedAt?.toISOString() ?? null })),
    exported:
      newest === undefined
        ? null
        : {
            receipt: newest.receipt,
            madeBy: newest.madeBy,
            madeAt: newest.madeAt.toISOString(),
            isCurrent: newest.recordHash === recordHash,
            filed: newest.filed && { by: newest.filed.byName, at: newest.filed.at.toISOString(), as: filedAs },
          },
    purge: request === undefined ? null : { requestedBy: request.requestedByName, requestedAt: request.requestedAt.toISOString(), problem: request.problem },
    blockedBy,
    actions: (Object.keys(offered) as RecordAction[]).filter((action) => offered[action] && mayRetain(actor, action, child.agencyId)),
  }
}

export const purgedView = ({ reference, purgedAt, requestedBy, filedBy, receipt }: Purged): z.input<typeof purgedRecord> => ({
  reference,
  state: 'purged',
  purgedAt: purgedAt.toISOString(),
  requestedBy,
  filedBy,
  receipt,
})
