import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { invalid, ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { cursorOf, positionIn } from '../safeguards/at-position.ts'
import { mayAnywhere, seenBy } from './post-access.ts'
import type { postPage, postsAsked } from './post-contract.ts'
import { linesAbout } from './post-lines.ts'
import type { PostScope } from './post-scope.ts'
import { postView } from './post-view.ts'

export type ListPosts = (actor: Actor, asked: z.output<typeof postsAsked>) => Promise<Result<z.output<typeof postPage>>>

/**
 * What is out there about whom, and where: what the agency's people posted and what anybody posted of its children, newest first.
 * Refuses `not-allowed`, `invalid` (a cursor that no page gave).
 */
export const listPosts =
  ({ register }: { readonly register: Register<PostScope> }): ListPosts =>
  (actor, { list, limit, cursor }) =>
    register.as(actor, { verb: 'posts.listed' }, async (scope) => {
      if (!mayAnywhere(actor, 'read-posts')) return refuse({ kind: 'not-allowed', action: 'see what was posted' })
      const after = cursor === undefined ? undefined : positionIn(cursor)
      if (cursor !== undefined && after === undefined) return invalid('cursor', 'Give one that an earlier page gave.')

      const seen = seenBy(actor)
      const [found, totals, partners] = [
        await scope.posts.list({ list, seen, limit: limit + 1, after }),
        await scope.posts.totals(seen),
        await scope.posts.partners(),
      ]
      const page = found.slice(0, limit)
      const last = page.at(-1)
      await scope.audit.record(...linesAbout('posts.listed', page))
      return ok({
        items: page.map((post) => postView(post, partners, actor)),
        nextCursor: last !== undefined && found.length > limit ? cursorOf({ at: last.requestedAt.toISOString(), id: last.id }) : null,
        total: totals[list],
        totals,
      })
    })
