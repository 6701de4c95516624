import type { Now } from '../../core/plain-date.ts'
import type { Register } from '../../database/register.ts'
import type { HomeAgencyOf } from '../ports.ts'
import type { PostStore } from '../post-store.ts'

interface Deps {
  readonly register: Register<{ readonly posts: PostStore }>
  readonly homeAgencyOf: HomeAgencyOf
  readonly now: Now
}

/** People come and go in groups: what is heard within so many milliseconds is looked at once, at their end. */
const TOGETHER = 30_000

/**
 * Somebody joined or left a conversation in this tenant: who can read the cards there is looked at again soon. Which channel it was is
 * not told reliably (a team's members are those of each of its channels), so all of the agency's are looked at.
 */
export const readersChanged =
  ({ register, homeAgencyOf, now }: Deps) =>
  async ({ tenantId }: { readonly tenantId: string }): Promise<void> => {
    const agencyId = await homeAgencyOf(tenantId)
    if (agencyId === undefined) return
    const next = Math.floor(now().getTime() / TOGETHER) + 1
    await register.asJob(agencyId, 'job:post.readers-changed', ({ jobs }) =>
      jobs.add({ kind: 'post.check-readers', payload: {}, runAt: new Date(next * TOGETHER), once: next.toString() }),
    )
  }
