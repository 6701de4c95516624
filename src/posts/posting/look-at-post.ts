import type { Actor } from '../../core/actor.ts'
import { parseReference } from '../../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../../core/result.ts'
import { audienceOf, type Readers, type Roster } from '../conversations/audience.ts'
import type { Partner } from '../conversations/partner.ts'
import { findPostable, type Conversation, type Postable } from '../conversations/conversation.ts'
import { fingerprint } from '../fingerprint.ts'
import { postablesOf } from '../conversations/list-conversations.ts'
import type { DrawPost, Matter, OutboundPort, PostableChild } from '../ports.ts'
import { may, mayAnywhere } from '../post-access.ts'
import type { PostScope } from '../post-scope.ts'
import type { PostedChild, PostSubject } from '../post.ts'

/** What is to be posted, as it was asked for: a child by reference, or the waiting list narrowed to something. */
export type About = { readonly reference: string } | { readonly filter: object }
export type Wanted = About & { readonly conversation: string }

/** What is to be posted and the place, as far as the register knows them. */
export interface Found {
  readonly place: Postable
  readonly subject: PostSubject
  readonly matter: Matter
  readonly partners: readonly Partner[]
}

/** A card as it would lie in a conversation. */
export interface Drawn {
  readonly card: object
  readonly summary: string
  readonly contentHash: string
}

/** Everything that a person confirms: the exact card and who will read it. */
export interface Looked extends Drawn {
  readonly readers: readonly Readers[]
  readonly readersHash: string
}

/** For the audit: a reference, never what somebody typed instead of one. */
export const subjectsOf = (about: About): readonly string[] => {
  const reference = 'reference' in about ? parseReference('FF', about.reference) : undefined
  return reference === undefined ? [] : [reference]
}

const postedChild = ({ childId, agencyId, child, legalStatus }: PostableChild): PostedChild => ({ childId, agencyId, reference: child.reference, legalStatus })

type Subject = Pick<Found, 'subject' | 'matter'>

const findChild = async (scope: PostScope, actor: Actor, typed: string): Promise<Result<Subject>> => {
  const reference = parseReference('FF', typed)
  if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
  const postable = await scope.childForPost.byReference(reference)
  if (postable === undefined || !may(actor, 'post', postable.agencyId)) return notFound()
  if (!postable.child.isWaiting) return invalid('reference', `${reference} no longer waits for a family, so the card is not posted.`)
  const review = await scope.posts.lastReview(postable.childId)
  return ok({ subject: { kind: 'child', child: postedChild(postable) }, matter: { kind: 'child', child: postable.child, review } })
}

/** Each row by itself is somebody whose card this person may post: a list is no way round that. */
const findList = async (scope: PostScope, actor: Actor, filter: object, partners: readonly Partner[]): Promise<Result<Subject>> => {
  const list = await scope.listForPost.read(filter)
  if (!list.ok) return list
  const children: PostedChild[] = []
  for (const { reference } of list.value.items) {
    const postable = await scope.childForPost.byReference(reference)
    if (postable !== undefined && may(actor, 'post', postable.agencyId)) children.push(postedChild(postable))
  }
  if (children.length === 0) return invalid('filter', 'Nobody is left whose card you may post. Ask for fewer things at once.')
  const items = list.value.items.filter(({ reference }) => children.some((child) => child.reference === reference))
  return ok({
    subject: { kind: 'list', list: { filter: list.value.filter, children } },
    matter: { kind: 'list', list: { ...list.value, items }, agencies: partners },
  })
}

/**
 * Finds what is to be posted and the place. The role is asked first and the child last, so that a wrong role or a wrong channel is
 * answered alike for every reference. Refuses `not-allowed`, `invalid` (reference, filter or channel as typed, a child who no longer
 * waits, a list of fewer than three), `not-found` (no such child, a hidden one, or one that its agency does not share yet).
 */
export const find = async (scope: PostScope, actor: Actor, wanted: Wanted): Promise<Result<Found>> => {
  if (!mayAnywhere(actor, 'post')) return refuse({ kind: 'not-allowed', action: 'post a child’s card' })
  const places = await postablesOf(scope.posts)
  const place = findPostable(places, wanted.conversation)
  // a word that is no reference is said before the channel is: the person wrote it first
  if ('reference' in wanted && parseReference('FF', wanted.reference) === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
  if (place === undefined) return invalid('conversation', unknownPlace(places))
  const partners = await scope.posts.partners()
  const found = 'reference' in wanted ? await findChild(scope, actor, wanted.reference) : await findList(scope, actor, wanted.filter, partners)
  return found.ok ? ok({ place, ...found.value, partners }) : found
}

const unknownPlace = (places: readonly Postable[]): string =>
  places.length === 0
    ? 'The app is in no channel yet. Ask for it to be added to your agency’s channel.'
    : `Choose one of ${places.map(({ handle }) => handle).join(', ')}.`

/** The card as people see it; the mark that it carries unseen is no part of what they confirm. */
export const draw = (drawPost: DrawPost, matter: Matter): Drawn => {
  const { card, summary } = drawPost(matter, null)
  return { card, summary, contentHash: fingerprint([card, summary]) }
}

/** Asks the channel who is there. A list that cannot be had is left open: the audience rule refuses it. */
export const rosterOf = async (outbound: OutboundPort, conversation: Conversation): Promise<Roster> => ({
  conversation,
  members: await outbound.membersOf(conversation).catch(() => undefined),
})

/** Draws the card and asks every copy for its readers. No transaction is open meanwhile. `invalid` says in a sentence why these readers may not. */
export const lookAt = async (deps: { readonly outbound: OutboundPort; readonly drawPost: DrawPost }, found: Found): Promise<Result<Looked>> => {
  const rosters = await Promise.all(found.place.copies.map((copy) => rosterOf(deps.outbound, copy)))
  const audience = audienceOf(rosters, found.partners)
  if (audience.kind === 'refused') return invalid('conversation', audience.reason)
  return ok({ ...draw(deps.drawPost, found.matter), readers: audience.readers, readersHash: fingerprint(audience.identities) })
}
