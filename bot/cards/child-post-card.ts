import type { AnonymousChild } from '../../src/children/child-views.ts'
import { childMoreVerb, childRefreshVerb } from '../verbs/child-verbs.ts'
import { button, refreshAction } from '../verbs/define-verb.ts'
import { anonymousFacts, anonymousWho } from './child-words.ts'
import { card, figureRow, heading, openUrl, plain, refreshFor, smallPrint, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'
import type { IAdaptiveCard, Action, CardElement, IRefreshDefinition } from '@microsoft/teams.cards'

const seeks = (child: AnonymousChild): readonly CardElement[] => [
  words('A family is being sought for this child.'),
  figureRow(child.waitingBand ?? 'waiting', [plain(anonymousWho(child)), plain(anonymousFacts(child))]),
  smallPrint(`Ask ${plain(child.agency.name)} about ${child.reference}. Facts that could point at one child are left out.`),
]

/** Matched, placed, adopted and plan ended read alike: which of them it is would be a fact about one child. */
const isOver = (child: AnonymousChild): readonly CardElement[] => [
  words('The search for a family has ended. Thank you to everyone who looked.'),
  smallPrint(`Questions go to ${plain(child.agency.name)}, quoting ${child.reference}.`),
]

/** What the card is called: the child by reference. */
export const titleOf = (child: AnonymousChild): string =>
  child.isWaiting ? `${child.reference}: a family is needed` : `${child.reference}: the search has ended`

/** What a conversation may be told of the child. */
export const childParts = (child: AnonymousChild): readonly CardElement[] => (child.isWaiting ? seeks(child) : isOver(child))

const draw = (child: AnonymousChild, actions: readonly Action[], refresh?: IRefreshDefinition): IAdaptiveCard =>
  card([heading(titleOf(child)), ...childParts(child)], actions, `${titleOf(child)}. ${child.agency.name}.`, refresh)

const more = (child: AnonymousChild): readonly Action[] => [button('Show me more', childMoreVerb, { reference: child.reference })]

/** The answer to `child FF-…` typed in a channel. */
export const childCardForAll = (child: AnonymousChild): DrawnCard => ({
  card: draw(child, child.isWaiting ? more(child) : []),
  summary: titleOf(child),
})

/** The stored answer to `child FF-…` in a person's own chat: anonymous, refreshing into their own view. */
export const anonymousChildCard = (child: AnonymousChild, asker: string): DrawnCard => ({
  card: draw(child, more(child), refreshFor(asker, refreshAction(childRefreshVerb, { reference: child.reference }))),
  summary: titleOf(child),
})

/** A person's own view in a shared conversation: buttons more, not facts more, because screens are shared. */
export const childCardInChannel = (child: AnonymousChild, chat: string, tab: string): DrawnCard => ({
  card: draw(child, [openUrl('Ask in our own chat', chat), openUrl('Open in the tab', tab)]),
  summary: titleOf(child),
})
