import type { AgencyId } from '../core/ids.ts'
import type { Register } from '../database/register.ts'
import type { Erasure, ErasureLedger } from './erasure-ledger.ts'
import { withdrawPosts } from './purge-record.ts'
import type { RetentionScope } from './own-record.ts'

interface Deps {
  readonly register: Register<RetentionScope>
  readonly ledger: ErasureLedger
  readonly forgetPurged: () => Promise<void>
}

const purgeAgain = ({ register }: Deps, { childId, agencyId, reference, at }: Erasure): Promise<boolean> =>
  register.asJob(agencyId, 'job:retention.replay', async ({ retention, audit, jobs }) => {
    const child = await retention.lock(childId)
    if (child === undefined) return false
    await retention.remove(child, { childId, agencyId, reference: child.reference, purgedAt: at, requestedBy: null, filedBy: null, receipt: null })
    await jobs.add(withdrawPosts(childId))
    await audit.record({ verb: 'retention.purged-again', subjectAgencyId: agencyId, subjects: [reference] })
    return true
  })

/**
 * Before anybody opens the register: what the ledger says was purged is not in it, and the ledger has all that the register purged. So a
 * restored backup brings nobody back, and a ledger that was lost or missed a line is whole again. Answers how many records a backup had brought back.
 */
export const replayErasures =
  (deps: Deps) =>
  async (agencies: readonly AgencyId[]): Promise<number> => {
    let again = 0
    // an agency that the restored register does not know yet has no child in it either
    for (const erasure of deps.ledger.all()) if (agencies.includes(erasure.agencyId) && (await purgeAgain(deps, erasure))) again += 1
    for (const agencyId of agencies) {
      const purged = await deps.register.asJob(agencyId, 'job:retention.replay', ({ retention }) => retention.allPurged())
      await deps.ledger.add(...purged.map(({ childId, reference, purgedAt }) => ({ childId, agencyId, reference, at: purgedAt })))
    }
    if (again > 0) await deps.forgetPurged()
    return again
  }
