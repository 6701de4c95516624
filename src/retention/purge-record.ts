import * as z from 'zod'
import type { ChildId } from '../core/ids.ts'
import type { Now, Today } from '../core/plain-date.ts'
import type { JobHandler, JobHandlers, NewJob } from '../database/job-queue.ts'
import type { Register } from '../database/register.ts'
import type { ErasureLedger } from './erasure-ledger.ts'
import { periodsNow, type RetentionScope } from './own-record.ts'
import type { PurgeRequestId, Purged } from './purge-store.ts'
import { standingOf } from './record-view.ts'
import { whyNotPurged } from './why-not-purged.ts'

export interface PurgeDeps {
  readonly register: Register<RetentionScope>
  readonly ledger: ErasureLedger
  /** makes what was purged unreadable in the files, too */
  readonly forgetPurged: () => Promise<void>
  readonly today: Today
  readonly now: Now
}

const JOB = 'job:retention.purge'
const payload = z.strictObject({
  childId: z.uuid().transform((id) => id as ChildId),
  requestId: z.uuid().transform((id) => id as PurgeRequestId),
})

/** The posts room takes the cards about this child out of their conversations. */
export const withdrawPosts = (childId: ChildId): NewJob => ({ kind: 'post.withdraw-about', payload: { childId } })

/**
 * Looks at everything again, with the child locked, and removes it in one transaction: a hold that was set or a change that was made
 * since the request wins. Done again after a crash, it finds either all or nothing gone. Undefined where the request was refused.
 */
const purgeNow = ({ register, today, now }: PurgeDeps, job: Parameters<JobHandler>[0]): Promise<Purged | undefined> =>
  register.asJob(job.agencyId, JOB, async ({ retention, settings, audit, jobs }) => {
    const { childId, requestId } = payload.parse(job.payload)
    const child = await retention.lock(childId)
    if (child === undefined) return retention.purged({ childId })
    const request = await retention.requestAbout(childId)
    if (request === undefined || request.id !== requestId || request.problem !== null) return undefined
    const standing = await standingOf(retention, child, await periodsNow(settings, today()), today())
    const problem = whyNotPurged({ ...standing, requestedBy: request.requestedBy })
    const line = { subjectAgencyId: child.agencyId, subjects: [child.reference] }
    if (problem !== undefined) {
      await retention.refuseRequest(requestId, problem)
      await audit.record({ verb: 'retention.purge-refused', ...line, reason: problem })
      return undefined
    }
    const made = standing.exports.find(({ recordHash, filed }) => recordHash === standing.recordHash && filed !== null && filed.by !== request.requestedBy)
    const { id, agencyId, reference } = child
    await retention.remove(child, {
      childId: id,
      agencyId,
      reference,
      purgedAt: now(),
      requestedBy: request.requestedBy,
      filedBy: made?.filed?.by ?? null,
      receipt: made?.receipt ?? null,
    })
    await jobs.add(withdrawPosts(id))
    await audit.record({ verb: 'retention.purged', ...line })
    return retention.purged({ childId })
  })

/** The gravestone is in the register when the line is written: a crash between the two is made good at the next start (replay-erasures.ts). */
const purgeRecord =
  (deps: PurgeDeps): JobHandler =>
  async (job) => {
    const purged = await purgeNow(deps, job)
    if (purged === undefined) return { kind: 'done' }
    await deps.ledger.add({ childId: purged.childId, agencyId: job.agencyId, reference: purged.reference, at: purged.purgedAt })
    await deps.forgetPurged()
    return { kind: 'done' }
  }

/** The jobs of retention, by kind; main.ts registers them. */
export const retentionHandlers = (deps: PurgeDeps): JobHandlers => ({ 'retention.purge': purgeRecord(deps) })
