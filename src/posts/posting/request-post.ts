import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { newId, type PostId } from '../../core/ids.ts'
import { parseReference } from '../../core/reference.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { Partner } from '../conversations/partner.ts'
import { find, lookAt, subjectsOf, type Found, type Looked, type Wanted } from './look-at-post.ts'
import type { posts } from '../post-contract.ts'
import { linesAbout } from '../post-lines.ts'
import type { PostDeps } from '../post-scope.ts'
import { postView } from '../post-view.ts'
import type { Post, PostPurpose } from '../post.ts'

export type RequestPost = Wanted & {
  /** family finding where nothing is said */
  readonly purpose?: PostPurpose | undefined
  /** as the preview gave them */
  readonly contentHash: string
  readonly readersHash: string
  /** idempotency key (uuid) */
  readonly key: string
}
type Posts = z.output<typeof posts>
/** What the first look finds: this very command's posts, or what to make them of. */
type First = { readonly kind: 'earlier'; readonly posts: Posts } | { readonly kind: 'found'; readonly found: Found }

/** One post for every copy of the channel; its queue is the conversation, so that cards and their updates keep their order there. */
const postsOf = (actor: Actor, command: RequestPost, { place, subject }: Found, readers: Post['readers'], at: Date): readonly Post[] =>
  place.copies.map((copy) => ({
    id: newId<PostId>(),
    version: 1,
    agencyId: actor.agencyId,
    authorId: actor.workerId,
    authorName: actor.name,
    conversationAgencyId: copy.agencyId,
    conversationId: copy.conversationId,
    conversationName: copy.name,
    group: command.key,
    subject,
    purpose: command.purpose ?? 'family-finding',
    readers,
    authorRoles: actor.roles,
    contentHash: command.contentHash,
    readersHash: command.readersHash,
    state: 'to-be-sent',
    activityId: null,
    reason: null,
    requestedAt: at,
    sentAt: null,
    updatedAt: null,
    claimedUntil: null,
    attemptedAt: null,
    withdrawal: null,
  }))

/** What was confirmed must be what would be sent now. */
const isAsShown = (command: RequestPost, looked: Result<Looked>): Result<Looked> => {
  if (!looked.ok || looked.value.readersHash !== command.readersHash) return refuse({ kind: 'conflict', reason: 'audience' })
  if (looked.value.contentHash !== command.contentHash) return refuse({ kind: 'conflict', reason: 'stale-version' })
  return looked
}

/**
 * Confirms a preview: writes the posts and the jobs that send them, in one transaction. Refuses `conflict` with `audience` or
 * `stale-version` when readers or card are not those that were shown: a new preview is due. The same key answers with the same posts.
 */
export const requestPost =
  (deps: PostDeps) =>
  async (actor: Actor, command: RequestPost): Promise<Result<Posts>> => {
    const doing = { verb: 'post.requested', subjects: subjectsOf(command) }
    // a second press is answered before the child is looked at: it may have changed since, and the first press still counts
    const first = await deps.register.as(actor, doing, async (scope): Promise<Result<First>> => {
      const earlier = await scope.posts.byCommand(command.key)
      if (earlier.length > 0) return earlierAnswer(earlier, command, await scope.posts.partners(), actor)
      const found = await find(scope, actor, command)
      return found.ok ? ok({ kind: 'found', found: found.value }) : found
    })
    if (!first.ok) return first
    if (first.value.kind === 'earlier') return ok(first.value.posts)

    const { found } = first.value
    const looked = await lookAt(deps, found)
    return deps.register.as(actor, { ...doing, key: command.key }, async (scope) => {
      const shown = isAsShown(command, looked)
      if (!shown.ok) return shown
      const written = postsOf(actor, command, found, shown.value.readers, deps.now())
      await scope.posts.add(written)
      await scope.jobs.add(...written.map((post) => ({ kind: 'post.send', payload: { postId: post.id }, queue: post.conversationId })))
      await scope.audit.record(...linesAbout(doing.verb, found))
      return ok({ items: written.map((post) => postView(post, found.partners, actor)) })
    })
  }

/** The card confirmed then had this hash; what lies there now may have another. */
const isOfCommand = (post: Post, command: RequestPost): boolean =>
  post.readersHash === command.readersHash &&
  ('reference' in command
    ? post.subject.kind === 'child' && post.subject.child.reference === parseReference('FF', command.reference)
    : post.subject.kind === 'list')

const earlierAnswer = (earlier: readonly Post[], command: RequestPost, partners: readonly Partner[], actor: Actor): Result<First> =>
  earlier.some((post) => post.authorId !== actor.workerId || !isOfCommand(post, command))
    ? refuse({ kind: 'conflict', reason: 'key-reused' })
    : ok({ kind: 'earlier', posts: { items: earlier.map((post) => postView(post, partners, actor)) } })
