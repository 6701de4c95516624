import type { Action, CardElement, IAdaptiveCard, IChoiceSetInput, IShowCardAction } from '@microsoft/teams.cards'
import type { AnonymousChild } from '../../src/children/child-views.ts'
import type { PostId } from '../../src/core/ids.ts'
import { exactFilter } from '../../src/overview/exact-filter.ts'
import { waitingFilter } from '../../src/overview/waiting-contract.ts'
import { REVIEW_OUTCOMES } from '../../src/posts/post-kinds.ts'
import type { DrawPost, Matter } from '../../src/posts/ports.ts'
import type { Review } from '../../src/posts/review/review.ts'
import { filterWords } from '../texts/filter-words.ts'
import { counted, dayWords, REVIEW_WORDS } from '../texts/words.ts'
import type { BotLinks } from '../use-cases.ts'
import { childMoreVerb } from '../verbs/child-verbs.ts'
import { button, buttonWithInputs } from '../verbs/define-verb.ts'
import { postReviewVerb } from '../verbs/post-verbs.ts'
import { waitingAddress } from '../waiting-address.ts'
import { childParts, titleOf } from './child-post-card.ts'
import { card, heading, openUrl, plain, smallPrint, strong, words } from './elements.ts'
import { anonymousRow, type DrawnCard } from './waiting-card.ts'

const outcomes: IChoiceSetInput = {
  type: 'Input.ChoiceSet',
  id: 'outcome',
  label: 'What the meeting said',
  style: 'expanded',
  isRequired: true,
  errorMessage: 'Choose what the meeting said.',
  choices: REVIEW_OUTCOMES.map((value) => ({ title: REVIEW_WORDS[value], value })),
}

/** What the regional meeting says of the card, in place. Who may say it is decided when it is pressed: everybody sees the same card. */
const review = (child: AnonymousChild, mark: PostId | null): IShowCardAction => ({
  type: 'Action.ShowCard',
  title: 'Reviewed…',
  card: card(
    [outcomes],
    [buttonWithInputs('Save the review', postReviewVerb, { reference: child.reference, ...(mark === null ? {} : { post: mark }) })],
    'What did the meeting say?',
  ),
})

const reviewed = ({ on, outcome }: Review): CardElement => strong(`Reviewed ${dayWords(on)}: ${REVIEW_WORDS[outcome].toLowerCase()}`)

const childCard = (child: AnonymousChild, last: Review | null, mark: PostId | null): DrawnCard => {
  const actions: readonly Action[] = child.isWaiting ? [button('Show me more', childMoreVerb, { reference: child.reference }), review(child, mark)] : []
  return {
    summary: titleOf(child),
    card: card(
      [heading(titleOf(child)), ...childParts(child), ...(last === null ? [] : [reviewed(last)])],
      actions,
      `${titleOf(child)}. ${child.agency.name}.`,
    ),
  }
}

type ListMatter = Extract<Matter, { readonly kind: 'list' }>
const listCard = ({ list, agencies }: ListMatter, links: Pick<BotLinks, 'waiting'>, mark: PostId | null): DrawnCard => {
  const filter = exactFilter(waitingFilter.parse(list.filter))
  const asked = filterWords(filter, agencies)
  const summary = `${counted(list.total, 'child', 'children')} waiting · ${asked}`
  const left = list.total - list.items.length
  return {
    summary,
    card: card(
      [
        heading(plain(summary)),
        ...list.items.map((child) => anonymousRow(child, mark)),
        ...(left > 0 ? [words(`And ${counted(left, 'more', 'more')} in the tab.`)] : []),
        smallPrint(`As of ${dayWords(list.asOf)}. Facts that could point at one child are left out, and the order tells nothing.`),
      ],
      [openUrl('Open in the tab', links.waiting(waitingAddress(filter)))],
      `${summary}.`,
    ),
  }
}

/** Nothing of what the card said is left, so that who reads it late learns no more than that it was taken back. */
const withdrawnCard = ({ reference, agency }: Extract<Matter, { readonly kind: 'withdrawn' }>): DrawnCard => {
  const summary = reference === null ? 'This list was taken back' : `${reference}: this card was taken back`
  return {
    summary,
    card: card(
      [
        heading(summary),
        words('Please do not use what it said. If you kept a note of it, delete the note.'),
        smallPrint(`Questions go to ${plain(agency.name)}${reference === null ? '' : `, quoting ${reference}`}.`),
      ],
      [],
      summary,
    ),
  }
}

/** For a manager: what happened to a card that somebody of the agency posted. */
const noticeCard = ({ references, words: said }: Extract<Matter, { readonly kind: 'notice' }>): DrawnCard => {
  const summary = `Please look: the card about ${references.join(', ')}`
  return {
    summary,
    card: card([heading(summary), words(plain(said)), smallPrint('Posts in the tab shows it, and lets you take it back.')], [], `${summary}. ${said}`),
  }
}

/** The exact card that a post stores in a conversation, at every stage of its life; an update replaces card by card. */
export const postCard =
  (links: Pick<BotLinks, 'waiting'>): DrawPost<IAdaptiveCard> =>
  (matter, mark) => {
    switch (matter.kind) {
      case 'child':
        return childCard(matter.child, matter.review, mark)
      case 'list':
        return listCard(matter, links, mark)
      case 'notice':
        return noticeCard(matter)
      case 'withdrawn':
        return withdrawnCard(matter)
    }
  }
