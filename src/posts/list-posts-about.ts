import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { parseReference } from '../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { subjectsOf } from './posting/look-at-post.ts'
import { may, mayAnywhere } from './post-access.ts'
import type { posts } from './post-contract.ts'
import type { PostScope } from './post-scope.ts'
import { postView } from './post-view.ts'

/**
 * Where a child's card lies and what became of it, newest first: for the child's own agency all posts, for another agency those that
 * its own people wrote. `not-found` for a child that this person may not see.
 */
export const listPostsAbout =
  ({ register }: { readonly register: Register<PostScope> }) =>
  (actor: Actor, command: { readonly reference: string }): Promise<Result<z.output<typeof posts>>> =>
    register.as(actor, { verb: 'posts.listed', subjects: subjectsOf(command) }, async (scope) => {
      if (!mayAnywhere(actor, 'read-posts')) return refuse({ kind: 'not-allowed', action: 'read where a child’s card was posted' })
      const reference = parseReference('FF', command.reference)
      if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
      const child = await scope.childForPost.whose(reference)
      if (child === undefined || !may(actor, 'read-posts', child.agencyId)) return notFound()

      const [found, partners] = [(await scope.posts.about(child.childId)).filter(({ purpose }) => purpose !== 'notice'), await scope.posts.partners()]
      await scope.audit.record({ verb: 'posts.listed', subjectAgencyId: child.agencyId, subjects: [reference] })
      return ok({ items: found.map((post) => postView(post, partners, actor)) })
    })
