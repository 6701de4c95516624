import type { Action, CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import { STANDINGS, type AnonymousChild, type EntitledChild, type List } from '../../src/children/child-views.ts'
import type { PostId } from '../../src/core/ids.ts'
import type { AnonymousWaitingPage, EntitledWaitingPage, WaitingFigures, WaitingFilter } from '../../src/overview/waiting-list.ts'
import { filterWords } from '../texts/filter-words.ts'
import { counted, dayWords, STANDING_WORDS } from '../texts/words.ts'
import type { AgencyName } from '../use-cases.ts'
import { childMoreVerb, childOpenVerb } from '../verbs/child-verbs.ts'
import { button, refreshAction } from '../verbs/define-verb.ts'
import { waitingMoreVerb, waitingPageVerb, waitingRefreshVerb } from '../verbs/waiting-verbs.ts'
import { anonymousFacts, anonymousWho, daysFigure, entitledWho, nextStepWords, standsWords } from './child-words.ts'
import { card, figureRow, heading, openUrl, plain, refreshFor, smallPrint, words } from './elements.ts'
import { filterAction } from './waiting-filter-inputs.ts'

/** Rows on a card: it is read on a phone between two calls. */
export const ROWS_ON_A_CARD = 5

export interface DrawnCard {
  readonly card: IAdaptiveCard
  readonly summary: string
}

interface Around {
  readonly agencies: readonly AgencyName[]
  /** where the same list is in the tab */
  readonly tab: string
  /** the filter as it was asked, for the asker's own view; a stored list may answer a coarser one */
  readonly asked?: WaitingFilter
}

/** A stored card in the asker's own chat refreshes into their view; in a shared conversation it stays as it is for everybody. */
export type Stored = { readonly place: 'channel' } | { readonly place: 'personal'; readonly asker: string }

const title = (total: number, list: List = 'waiting'): string =>
  `${counted(total, 'child', 'children')} ${{ waiting: 'waiting', 'order-not-placed': 'with an order, not placed', open: 'with an open plan' }[list]}`

/** @param post the post whose card it is part of, which its button carries unseen */
export const anonymousRow = (child: AnonymousChild, post: PostId | null = null): IContainer =>
  figureRow(child.waitingBand ?? 'waiting', [`**${child.reference}** · ${plain(anonymousWho(child))}`, plain(anonymousFacts(child))], {
    ...button(`Open ${child.reference}`, childMoreVerb, { reference: child.reference, ...(post === null ? {} : { post }) }),
    tooltip: `Open ${child.reference}`,
  })

const nextPage = (page: AnonymousWaitingPage | EntitledWaitingPage, filter: WaitingFilter, view: 'anonymous' | 'entitled'): readonly Action[] =>
  page.nextCursor === null ? [] : [button('Next', waitingPageVerb, { filter, cursor: page.nextCursor, view })]

const isCoarser = (asked: WaitingFilter, answered: WaitingFilter): boolean => asked.minDays !== answered.minDays || asked.maxDays !== answered.maxDays

const saidBack = (page: AnonymousWaitingPage | EntitledWaitingPage, around: Around): string => `I read that as: ${filterWords(page.filter, around.agencies)}.`

const storedTitle = (page: AnonymousWaitingPage): string => {
  if (page.ownViewOnly) return 'Your own view answers that'
  return page.tooFewToShow ? 'Fewer than three children fit' : title(page.total)
}

/** The button that leads from a kept card to the asker's own view. */
const ownView = (page: AnonymousWaitingPage): string => (page.ownViewOnly ? 'Open your own view' : 'Show me more')

const storedRows = (page: AnonymousWaitingPage): readonly CardElement[] => {
  if (page.ownViewOnly)
    return [words(`That is about your own work, or about what a chat must not keep, so this card shows none of it. "${ownView(page)}" does.`)]
  if (page.tooFewToShow) return [words(`Fewer than three children fit that, so this card shows none of them. "${ownView(page)}" gives you your own view.`)]
  return page.items.length === 0 ? [words('Nobody waits who fits that. Type *waiting* for everybody.')] : page.items.map((child) => anonymousRow(child))
}

/**
 * Stored in chats and channels: takes the anonymous view, which has no field that could identify.
 * Where too few children share the facts of the question, or only the own view answers it, it says so and gives neither rows nor a number.
 */
export const waitingCard = (page: AnonymousWaitingPage, stored: Stored, around: Around): DrawnCard => {
  const summary = storedTitle(page)
  const asked = around.asked ?? page.filter
  const more = stored.place === 'personal' ? [button(ownView(page), waitingMoreVerb, { filter: asked })] : []
  return {
    summary,
    card: card(
      [
        heading(summary),
        words(saidBack(page, around)),
        ...(isCoarser(asked, page.filter) ? [smallPrint('What stays in a chat tells waiting times in bands only.')] : []),
        ...storedRows(page),
        smallPrint(
          `As of ${dayWords(page.asOf)}.${page.items.length === 0 ? '' : ' Facts that could point at one child are left out, and the order tells nothing.'}`,
        ),
      ],
      [...more, ...nextPage(page, asked, 'anonymous'), filterAction(asked, around.agencies), openUrl('Open in the tab', around.tab)],
      `${summary}. ${saidBack(page, around)}`,
      stored.place === 'personal' ? refreshFor(stored.asker, refreshAction(waitingRefreshVerb, { filter: asked })) : undefined,
    ),
  }
}

const entitledRow = (child: EntitledChild): IContainer =>
  figureRow(
    daysFigure(child.daysWaiting),
    [`**${child.reference}** · ${plain(entitledWho(child))}`, plain([standsWords(child), nextStepWords(child), child.agency.name].join(' · '))],
    { ...button(`Open ${child.reference}`, childOpenVerb, { reference: child.reference }), tooltip: `Open ${child.reference}` },
  )

/** "60 family finding, 20 link being explored · 9 with a placement order, 5 without one yet · 6 boys, 8 girls · longest 805 days" */
const partition = (figures: WaitingFigures): string =>
  [
    STANDINGS.filter((standing) => figures.byStanding[standing] > 0)
      .map((standing) => `${figures.byStanding[standing]} ${STANDING_WORDS[standing]}`)
      .join(', '),
    `${figures.byStage.placementOrder} with a placement order, ${figures.byStage.admDecision} without one yet`,
    `${counted(figures.boys, 'boy', 'boys')}, ${counted(figures.girls, 'girl', 'girls')}`,
    `${figures.inSiblingGroups} in sibling groups`,
    ...(figures.longestDays === null ? [] : [`longest ${counted(figures.longestDays, 'day', 'days')}`]),
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** Never stored: only as the answer to this person's own refresh or button, in their own chat. */
export const entitledWaitingCard = (page: EntitledWaitingPage, figures: WaitingFigures | undefined, around: Around): DrawnCard => {
  const summary = title(page.total, page.filter.list)
  return {
    summary,
    card: card(
      [
        heading(summary),
        words(saidBack(page, around)),
        ...(figures && page.total > 0 ? [smallPrint(partition(figures))] : []),
        ...(page.items.length === 0 ? [words('There is nobody who fits that. Type *waiting* for everybody who waits.')] : page.items.map(entitledRow)),
        smallPrint(`As of ${dayWords(page.asOf)}. Only you see this view; the chat keeps the anonymous one.`),
      ],
      [...nextPage(page, page.filter, 'entitled'), filterAction(page.filter, around.agencies), openUrl('Open in the tab', around.tab)],
      `${summary}. ${saidBack(page, around)}`,
    ),
  }
}
