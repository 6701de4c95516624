import type { Now } from '../core/plain-date.ts'
import type { Register } from '../database/register.ts'
import type { ChildForPost, ChildPostCard, OutboundPort } from './ports.ts'
import type { PostStore } from './post-store.ts'

/** The slice of the scope that posts work in: their own store, and the child as its room lets them see it, in one transaction. */
export interface PostScope {
  readonly posts: PostStore
  readonly childForPost: ChildForPost
}

/** What looking at, requesting and delivering a post takes. */
export interface PostDeps {
  readonly register: Register<PostScope>
  readonly outbound: OutboundPort
  readonly drawCard: ChildPostCard
  readonly now: Now
}
