import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { postables, type Postable } from './conversation.ts'
import { mayAnywhere } from '../post-access.ts'
import type { conversation, conversations } from '../post-contract.ts'
import type { PostStore } from '../post-store.ts'

export const conversationView = ({ handle, name, kind, copies }: Postable): z.output<typeof conversation> => ({ handle, name, kind, copies: copies.length })

/** The actor's own channels, and the regional one with its copies in every agency's tenant. */
export const postablesOf = async (posts: PostStore): Promise<readonly Postable[]> => postables(await posts.agencyChannels(), await posts.regionalChannels())

/** Where this person may post; `not-allowed` for a role that posts nothing. */
export const listConversations =
  ({ register }: { readonly register: Register<{ posts: PostStore }> }) =>
  (actor: Actor): Promise<Result<z.output<typeof conversations>>> =>
    register.as(actor, { verb: 'conversations.listed' }, async (scope) => {
      if (!mayAnywhere(actor, 'post')) return refuse({ kind: 'not-allowed', action: 'post a child’s card' })
      return ok({ items: (await postablesOf(scope.posts)).map(conversationView) })
    })
