import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import type { Now } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { mayAdminister } from './administration-access.ts'
import type { changeSharingCommand, partners } from './administration-contract.ts'
import type { PartnerStore, SharesFrom } from './partner-store.ts'
import type { SharedRows } from './ports.ts'
import type { ReadPartners } from './read-partners.ts'

interface Deps {
  readonly register: Register<{ readonly partners: PartnerStore; readonly sharedRows: SharedRows }>
  readonly readPartners: ReadPartners
  readonly now: Now
}
export type ChangeSharing = (actor: Actor, command: z.output<typeof changeSharingCommand>) => Promise<Result<z.input<typeof partners>>>

/**
 * From when partner agencies may read of the own agency's children: the ADM decision or the placement order (S003 §8; Adoption and
 * Children Act 2002 s123). The shared rows follow in the same transaction, and posted cards by job. Refuses: not-allowed, stale-version
 * when it was changed meanwhile, invalid when nothing would change.
 */
export const changeSharing =
  ({ register, readPartners, now }: Deps): ChangeSharing =>
  async (actor, command) => {
    const { was, sharesFrom, reason, key } = command
    const doing = { verb: 'sharing.changed', subjects: [sharesFrom], key, command }
    const changed = await register.as(actor, doing, async ({ partners, sharedRows, audit, jobs }): Promise<Result<{ readonly sharesFrom: SharesFrom }>> => {
      if (!mayAdminister(actor, 'change-sharing', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'change from when your agency shares' })
      if (was === sharesFrom) return invalid('sharesFrom', 'Your agency shares from then already. Choose the other one.')
      if (!(await partners.changeSharing({ at: now(), workerId: actor.workerId, was, became: sharesFrom, reason })))
        return refuse({ kind: 'conflict', reason: 'stale-version' })
      await audit.record({ verb: 'sharing.changed', subjectAgencyId: actor.agencyId, subjects: [sharesFrom] })
      await jobs.add(...(await sharedRows.shareAgain()))
      return ok({ sharesFrom })
    })
    return changed.ok ? readPartners(actor) : changed
  }
