import type { AgencyId } from '../../core/ids.ts'
import type { Register } from '../../database/register.ts'
import type { PostStore } from '../post-store.ts'

/**
 * What a killed process was about to send need not wait out its claim. Only where nobody else can be at work: on embedded data, whose
 * lock proves it. That a try was begun stays written down, so that a card which the channel took in the last moment is found there.
 */
export const freeClaims = (register: Register<{ readonly posts: PostStore }>, agencyId: AgencyId): Promise<void> =>
  register.asJob(agencyId, 'post.free-claims', ({ posts }) => posts.freeClaims())
