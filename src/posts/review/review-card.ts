import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId } from '../../core/ids.ts'
import { londonToday } from '../../core/plain-date.ts'
import { parseReference } from '../../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../core/result.ts'
import { may, mayAnywhere } from '../post-access.ts'
import type { cardReviewed, reviewCardCommand } from '../post-contract.ts'
import type { PostDeps } from '../post-scope.ts'
import { subjectsOf } from '../posting/look-at-post.ts'

export type ReviewCard = (
  actor: Actor,
  command: z.output<typeof reviewCardCommand> & { readonly reference: string },
) => Promise<Result<z.output<typeof cardReviewed>>>

/**
 * Records what a meeting said of a child whose card is posted (S003 §8: the regional meeting has collective oversight of the children who
 * wait). Every copy of the card then says so. Refuses `not-allowed`, `not-found`, `invalid` (no reference, a child who no longer waits).
 */
export const reviewCard =
  ({ register, now }: Pick<PostDeps, 'register' | 'now'>): ReviewCard =>
  (actor, command) => {
    const { outcome, key } = command
    return register.as(actor, { verb: 'post.reviewed', subjects: subjectsOf(command), key, command: { outcome } }, async (scope) => {
      if (!mayAnywhere(actor, 'review')) return refuse({ kind: 'not-allowed', action: 'record what a meeting said of a card' })
      const reference = parseReference('FF', command.reference)
      if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
      const postable = await scope.childForPost.byReference(reference)
      if (postable === undefined || !may(actor, 'review', postable.agencyId)) return notFound()
      if (!postable.child.isWaiting) return invalid('reference', `${reference} no longer waits for a family, so there is nothing left to review.`)

      const { childId, agencyId } = postable
      const on = londonToday(now())
      await scope.posts.addReview({
        id: newId(),
        agencyId: actor.agencyId,
        childId,
        childAgencyId: agencyId,
        reference,
        on,
        outcome,
        workerId: actor.workerId,
        reviewedBy: actor.name,
        at: now(),
      })
      await scope.jobs.add({ kind: 'post.child-changed', payload: { childId, agencyId } })
      await scope.audit.record({ verb: 'post.reviewed', subjectAgencyId: agencyId, subjects: [reference] })
      return ok({ reference, on, outcome })
    })
  }
