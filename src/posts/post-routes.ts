import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Result } from '../core/result.ts'
import { route, type Route } from '../http/route.ts'
import { conversations, postPreview, posts, previewPostCommand, requestPostCommand } from './post-contract.ts'

export interface PostUseCases {
  readonly listConversations: (actor: Actor) => Promise<Result<z.input<typeof conversations>>>
  readonly previewPost: (actor: Actor, command: z.output<typeof previewPostCommand>) => Promise<Result<z.input<typeof postPreview>>>
  readonly requestPost: (actor: Actor, command: z.output<typeof requestPostCommand>) => Promise<Result<z.input<typeof posts>>>
  readonly listPostsAbout: (actor: Actor, command: { readonly reference: string }) => Promise<Result<z.input<typeof posts>>>
}

export const postRoutes = (useCases: PostUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/conversations',
    summary: 'Where this person may post a child’s card',
    answer: conversations,
    handle: (actor) => useCases.listConversations(actor),
  }),
  route({
    method: 'post',
    path: '/posts/preview',
    summary: 'The exact card and who will read it; sends nothing',
    body: previewPostCommand,
    answer: postPreview,
    handle: (actor, { body }) => useCases.previewPost(actor, body),
  }),
  route({
    method: 'post',
    path: '/posts',
    summary: 'Confirms a preview: the card is sent to every copy of the channel soon after',
    body: requestPostCommand,
    answer: posts,
    status: 202,
    handle: (actor, { body }) => useCases.requestPost(actor, body),
  }),
  route({
    method: 'get',
    path: '/children/:reference/posts',
    summary: 'Where a child’s card lies and what became of it',
    params: z.strictObject({ reference: z.string().max(20) }),
    answer: posts,
    handle: (actor, { params }) => useCases.listPostsAbout(actor, params),
  }),
]
