import type { Conversation } from './conversation.ts'
import type { Partner } from './partner.ts'
import type { Member } from '../ports.ts'

/** Who is in a conversation; undefined when the list could not be had. */
export interface Roster {
  readonly conversation: Pick<Conversation, 'conversationId' | 'kind' | 'name' | 'tenantId'>
  readonly members: readonly Member[] | undefined
}

/** Readers of one agency: counts, never names. */
export interface Readers {
  readonly agency: string
  readonly people: number
  readonly guests: number
}

export type Audience =
  | { readonly kind: 'allowed'; readonly readers: readonly Readers[]; readonly identities: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string }

const same = (left: string | null, right: string | null): boolean => left !== null && right !== null && left.toLowerCase() === right.toLowerCase()

/** The agency whose tenant answers for a member: its own people, and the guests whom it let in. */
const homeOf = (member: Member, partners: readonly Partner[]): Partner | undefined => partners.find((partner) => same(partner.tenantId, member.tenantId))

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toString()} people`)

const problemOf = (roster: Roster, partners: readonly Partner[]): string | undefined => {
  const { conversation, members } = roster
  const host = partners.find((partner) => same(partner.tenantId, conversation.tenantId))
  const where = `“${conversation.name}”${host === undefined ? '' : ` (${host.name})`}`
  if (members === undefined || members.length === 0)
    return `Nobody could say who reads ${where}, so nothing is posted. Check that the app is still installed there.`

  const strangers = members.filter((member) => homeOf(member, partners) === undefined).length
  if (strangers > 0)
    return `${people(strangers)} in ${where} cannot be traced to an agency of this partnership, so nothing is posted. Ask the channel’s owner who they are.`
  if (conversation.kind === 'regional') return undefined

  const guests = members.filter((member) => member.isGuest).length
  const visitors = members.filter((member) => !same(member.tenantId, conversation.tenantId))
  if (visitors.length === 0 && guests === 0) return undefined
  const agencies = [...new Set(visitors.flatMap((member) => homeOf(member, partners)?.name ?? []))].sort().join(', ')
  const who = visitors.length === 0 ? `${guests.toString()} with guest accounts` : `${people(visitors.length)} of ${agencies}`
  return `${who} can read ${where}, which is for its own agency only, so nothing is posted.`
}

/**
 * Who will read a card that is posted to these conversations, and whether all of them may: an anonymous card is for an agency's
 * own people in its own channel, and in a regional one for the people of the partnership's tenants and the guests whom these tenants
 * let in, who are counted apart (design 3.1 and 3.3, domain F4).
 * Somebody who is in two copies counts once.
 */
export const audienceOf = (rosters: readonly Roster[], partners: readonly Partner[]): Audience => {
  const problem = rosters.map((roster) => problemOf(roster, partners)).find((sentence) => sentence !== undefined)
  if (problem !== undefined || rosters.length === 0) return { kind: 'refused', reason: problem ?? 'There is no channel to post to.' }

  const seats = rosters.flatMap((roster) => (roster.members ?? []).map((member, index) => seatOf(member, index, roster, partners)))
  return { kind: 'allowed', readers: countByAgency(seats), identities: seats.map(({ identity }) => identity).sort() }
}

interface Seat {
  readonly agency: string
  /** the same for one person in two conversations, where the roster says who it is */
  readonly person: string
  readonly isGuest: boolean
  readonly identity: string
}

const seatOf = (member: Member, index: number, roster: Roster, partners: readonly Partner[]): Seat => {
  const { conversationId } = roster.conversation
  const person = `${member.tenantId ?? ''}/${member.objectId ?? `${conversationId}#${index.toString()}`}`.toLowerCase()
  return {
    agency: homeOf(member, partners)?.name ?? '',
    person,
    isGuest: member.isGuest,
    identity: `${conversationId} ${person} ${member.isGuest ? 'guest' : 'member'}`,
  }
}

const countByAgency = (seats: readonly Seat[]): readonly Readers[] =>
  [...new Set(seats.map(({ agency }) => agency))]
    .sort((left, right) => left.localeCompare(right, 'en'))
    .map((agency) => {
      const here = seats.filter((seat) => seat.agency === agency)
      const count = (some: readonly Seat[]): number => new Set(some.map(({ person }) => person)).size
      return { agency, people: count(here), guests: count(here.filter(({ isGuest }) => isGuest)) }
    })
