import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Result } from '../core/result.ts'
import { route, type Route } from '../http/route.ts'
import type { ListPosts } from './list-posts.ts'
import {
  cardReviewed,
  conversations,
  postPage,
  postPreview,
  posts,
  postsAsked,
  previewListPostCommand,
  previewPostCommand,
  requestListPostCommand,
  requestPostCommand,
  reviewCardCommand,
  withdrawPostCommand,
} from './post-contract.ts'
import type { ReviewCard } from './review/review-card.ts'
import type { WithdrawPost } from './withdrawing/withdraw-post.ts'

export interface PostUseCases {
  readonly listConversations: (actor: Actor) => Promise<Result<z.input<typeof conversations>>>
  readonly previewPost: (
    actor: Actor,
    command: z.output<typeof previewPostCommand> | z.output<typeof previewListPostCommand>,
  ) => Promise<Result<z.input<typeof postPreview>>>
  readonly requestPost: (
    actor: Actor,
    command: z.output<typeof requestPostCommand> | z.output<typeof requestListPostCommand>,
  ) => Promise<Result<z.input<typeof posts>>>
  readonly listPostsAbout: (actor: Actor, command: { readonly reference: string }) => Promise<Result<z.input<typeof posts>>>
  readonly listPosts: ListPosts
  readonly withdrawPost: WithdrawPost
  readonly reviewCard: ReviewCard
}

const ofChild = z.strictObject({ reference: z.string().max(20) })

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
    method: 'post',
    path: '/posts/list/preview',
    summary: 'The exact card of a list of children who wait, and who will read it; sends nothing',
    body: previewListPostCommand,
    answer: postPreview,
    handle: (actor, { body }) => useCases.previewPost(actor, body),
  }),
  route({
    method: 'post',
    path: '/posts/list',
    summary: 'Confirms the preview of a list',
    body: requestListPostCommand,
    answer: posts,
    status: 202,
    handle: (actor, { body }) => useCases.requestPost(actor, body),
  }),
  route({
    method: 'get',
    path: '/posts',
    summary: 'What is out there about whom, and where, newest first',
    query: postsAsked,
    answer: postPage,
    handle: (actor, { query }) => useCases.listPosts(actor, query),
  }),
  route({
    method: 'post',
    path: '/posts/:group/withdrawal',
    summary: 'Takes every copy of a card back',
    params: z.strictObject({ group: z.uuid() }),
    body: withdrawPostCommand,
    answer: posts,
    status: 202,
    handle: (actor, { params, body }) => useCases.withdrawPost(actor, { ...params, ...body }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/reviews',
    summary: 'What a meeting said of a child whose card is posted; every copy then says so',
    params: ofChild,
    body: reviewCardCommand,
    answer: cardReviewed,
    status: 201,
    handle: (actor, { params, body }) => useCases.reviewCard(actor, { ...params, ...body }),
  }),
  route({
    method: 'get',
    path: '/children/:reference/posts',
    summary: 'Where a child’s card lies and what became of it',
    params: ofChild,
    answer: posts,
    handle: (actor, { params }) => useCases.listPostsAbout(actor, params),
  }),
]
