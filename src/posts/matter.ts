import type { ChildReference } from '../core/reference.ts'
import type { Partner } from './conversations/partner.ts'
import type { Matter } from './ports.ts'
import type { PostScope } from './post-scope.ts'
import { childrenOf, isTakenBack, type Post } from './post.ts'
import { withheldChild } from './withdrawing/withheld-child.ts'

/** What the card of a post says now, and whether it may say something about a child at all. */
export interface MatterNow {
  readonly matter: Matter
  /** somebody on the card still waits: it has facts, and readers to be checked */
  readonly isLive: boolean
}

const contactOf = (post: Post, partners: readonly Partner[]): Partner | undefined => partners.find(({ id }) => id === childrenOf(post)[0]?.agencyId)

/** A card's barest form, for readers who are not, or no longer, those whom it was for. */
export const bareOf = (post: Post, partners: readonly Partner[], isWaiting: boolean): Matter => {
  const agency = contactOf(post, partners)
  const contact = { code: agency?.code ?? '', name: agency?.name ?? '' }
  return post.subject.kind === 'child'
    ? { kind: 'child', child: withheldChild(post.subject.child.reference, contact, isWaiting), review: null }
    : { kind: 'withdrawn', reference: null, agency: contact }
}

const takenBackOf = (post: Post, partners: readonly Partner[]): Matter => {
  const author = partners.find(({ id }) => id === post.agencyId)
  return {
    kind: 'withdrawn',
    reference: post.subject.kind === 'child' ? post.subject.child.reference : null,
    agency: { code: author?.code ?? '', name: author?.name ?? '' },
  }
}

/** What the card of a post says at this moment, as the scope that is open may know it. */
export const matterNow = async (scope: PostScope, post: Post, partners: readonly Partner[]): Promise<MatterNow> => {
  if (isTakenBack(post)) return { matter: takenBackOf(post, partners), isLive: false }
  const { subject } = post
  if (subject.kind === 'notice') return { matter: { kind: 'notice', references: referencesOf(post), words: subject.notice.words }, isLive: true }
  if (subject.kind === 'list') {
    const list = await scope.listForPost.still(subject.list.filter, referencesOf(post))
    return list.items.length === 0
      ? { matter: bareOf(post, partners, false), isLive: false }
      : { matter: { kind: 'list', list, agencies: partners }, isLive: true }
  }
  const postable = await scope.childForPost.byId(subject.child.childId)
  if (postable === undefined) return { matter: bareOf(post, partners, false), isLive: false }
  const { child } = postable
  const review = child.isWaiting ? await scope.posts.lastReview(subject.child.childId) : null
  return { matter: { kind: 'child', child, review }, isLive: child.isWaiting }
}

export const referencesOf = (post: Post): readonly ChildReference[] => childrenOf(post).map(({ reference }) => reference)
