import type { Now } from '../core/plain-date.ts'
import type { Register } from '../database/register.ts'
import type { ChildForPost, DrawPost, FindCard, ListForPost, OutboundPort } from './ports.ts'
import type { PostStore } from './post-store.ts'

/** The slice of the scope that posts work in: their own store, and child and list as their rooms let them see them, in one transaction. */
export interface PostScope {
  readonly posts: PostStore
  readonly childForPost: ChildForPost
  readonly listForPost: ListForPost
}

/** What looking at, requesting and delivering a post takes. */
export interface PostDeps {
  readonly register: Register<PostScope>
  readonly outbound: OutboundPort
  readonly drawPost: DrawPost
  readonly now: Now
  /** 0 to 1, for the jitter of a retry */
  readonly random?: () => number
}

/** What sending takes besides: a look at the channel before a card is sent a second time. */
export interface SendDeps extends PostDeps {
  readonly findCard: FindCard
}
