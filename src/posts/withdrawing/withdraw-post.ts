import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { notFound, ok, refuse, type Result } from '../../core/result.ts'
import { mayAnywhere, mayWithdraw } from '../post-access.ts'
import type { posts, withdrawPostCommand } from '../post-contract.ts'
import { linesAbout } from '../post-lines.ts'
import type { PostDeps } from '../post-scope.ts'
import { postView } from '../post-view.ts'
import { canBeTakenBack, type Withdrawal } from '../post.ts'
import { updateJobs } from '../delivery/update-jobs.ts'

export type WithdrawPost = (actor: Actor, command: z.output<typeof withdrawPostCommand> & { readonly group: string }) => Promise<Result<z.output<typeof posts>>>

/**
 * Takes a post back in every conversation where it lies: at once in the register, in the channels as soon as these take it. Who may not
 * read the post gets `not-found`; refuses `not-allowed`, and `already-done` for one that somebody took back before.
 */
export const withdrawPost =
  ({ register, now }: Pick<PostDeps, 'register' | 'now'>): WithdrawPost =>
  (actor, { group, because, how, key }) =>
    register.as(actor, { verb: 'post.withdrawal-asked', subjects: [group], key, command: { because, how } }, async (scope) => {
      if (!mayAnywhere(actor, 'withdraw')) return refuse({ kind: 'not-allowed', action: 'withdraw a post' })
      // a note to a manager is nobody's to take back
      const copies = (await scope.posts.byGroup(group)).filter(({ purpose }) => purpose !== 'notice')
      const [first] = copies
      if (first === undefined) return notFound()
      if (!mayWithdraw(actor, first)) return refuse({ kind: 'not-allowed', action: 'withdraw this post' })
      const left = copies.filter((post) => mayWithdraw(actor, post) && canBeTakenBack(post))
      if (left.length === 0) return refuse({ kind: 'conflict', reason: 'already-done' })

      const withdrawal: Withdrawal = { by: `${actor.name}, ${actor.agencyName}`, because, how, at: now() }
      await scope.posts.takeBack(left, withdrawal)
      await scope.jobs.add(...updateJobs(left))
      await scope.audit.record(...linesAbout('post.withdrawal-asked', left, because))
      const partners = await scope.posts.partners()
      return ok({ items: (await scope.posts.byGroup(group)).map((post) => postView(post, partners, actor)) })
    })
