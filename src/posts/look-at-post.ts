import type { Actor } from '../core/actor.ts'
import { parseReference } from '../core/reference.ts'
import { invalid, notFound, ok, refuse, type Result } from '../core/result.ts'
import { audienceOf, type Partner, type Readers, type Roster } from './audience.ts'
import { findPostable, type Conversation, type Postable } from './conversation.ts'
import { fingerprint } from './fingerprint.ts'
import { postablesOf } from './list-conversations.ts'
import type { ChildPostCard, OutboundPort, PostableChild } from './ports.ts'
import { may, mayAnywhere } from './post-access.ts'
import type { PostScope } from './post-scope.ts'

export interface Wanted {
  readonly reference: string
  readonly conversation: string
}

/** The child and the place, as far as the register knows them. */
export interface Found {
  readonly place: Postable
  readonly postable: PostableChild
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
export const subjectsOf = (typed: string): readonly string[] => {
  const reference = parseReference('FF', typed)
  return reference === undefined ? [] : [reference]
}

/**
 * Finds the child and the place. The role is asked first and the child last, so that a wrong role or a wrong channel is answered
 * alike for every reference. Refuses `not-allowed`, `invalid` (reference or channel as typed, a child who no longer waits), `not-found`
 * (no such child, a hidden one, or one that its agency does not share yet).
 */
export const find = async (scope: PostScope, actor: Actor, wanted: Wanted): Promise<Result<Found>> => {
  if (!mayAnywhere(actor, 'post')) return refuse({ kind: 'not-allowed', action: 'post a child’s card' })
  const reference = parseReference('FF', wanted.reference)
  if (reference === undefined) return invalid('reference', 'Write a child’s reference such as FF-7K3Q0.')
  const places = await postablesOf(scope.posts)
  const place = findPostable(places, wanted.conversation)
  if (place === undefined) return invalid('conversation', unknownPlace(places))

  const postable = await scope.childForPost.byReference(reference)
  if (postable === undefined || !may(actor, 'post', postable.agencyId)) return notFound()
  if (!postable.child.isWaiting) return invalid('reference', `${reference} no longer waits for a family, so the card is not posted.`)
  return ok({ place, postable, partners: await scope.posts.partners() })
}

const unknownPlace = (places: readonly Postable[]): string =>
  places.length === 0
    ? 'The app is in no channel yet. Ask for it to be added to your agency’s channel.'
    : `Choose one of ${places.map(({ handle }) => handle).join(', ')}.`

export const draw = (drawCard: ChildPostCard, child: PostableChild['child']): Drawn => {
  const { card, summary } = drawCard(child)
  return { card, summary, contentHash: fingerprint([card, summary]) }
}

/** Asks the channel who is there. A list that cannot be had is left open: the audience rule refuses it. */
export const rosterOf = async (outbound: OutboundPort, conversation: Conversation): Promise<Roster> => ({
  conversation,
  members: await outbound.membersOf(conversation).catch(() => undefined),
})

/** Draws the card and asks every copy for its readers. No transaction is open meanwhile. `invalid` says in a sentence why these readers may not. */
export const lookAt = async (deps: { readonly outbound: OutboundPort; readonly drawCard: ChildPostCard }, found: Found): Promise<Result<Looked>> => {
  const rosters = await Promise.all(found.place.copies.map((copy) => rosterOf(deps.outbound, copy)))
  const audience = audienceOf(rosters, found.partners)
  if (audience.kind === 'refused') return invalid('conversation', audience.reason)
  return ok({ ...draw(deps.drawCard, found.postable.child), readers: audience.readers, readersHash: fingerprint(audience.identities) })
}
