import type { WaitingQuery } from '../src/overview/waiting-list.ts'
import { refused, say, show } from './answers.ts'
import { entitledWaitingCard, ROWS_ON_A_CARD, waitingCard, type DrawnCard } from './cards/waiting-card.ts'
import { TEXTS } from './texts/bot-texts.ts'
import type { Answer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'
import { waitingAddress } from './waiting-address.ts'

/** How the question was read stays above the card, which refreshes into the asker's own view. */
const showing = (drawn: DrawnCard, notes: readonly string[]): Answer => {
  const answer = show(drawn)
  return notes.length === 0 || answer.kind === 'text' ? answer : { ...answer, said: notes.join(' ') }
}

type Asked = Pick<WaitingQuery, 'filter' | 'cursor'>

/** The anonymous list, as it may be stored: in the asker's own chat it refreshes into their view. */
export const showWaitingAnonymously =
  ({ useCases, links }: BotDeps) =>
  async (turn: Turn, asked: Asked, notes: readonly string[] = []): Promise<Answer> => {
    const how = { place: turn.place, ...(turn.automatic ? { automatic: true } : {}) }
    const [agencies, page] = await Promise.all([
      useCases.agencies(turn.actor),
      useCases.listWaitingAnonymously(turn.actor, { ...asked, limit: ROWS_ON_A_CARD }, how),
    ])
    if (!page.ok) return refused(page)
    if (turn.place === 'channel' && page.value.ownViewOnly) return say(TEXTS.ownViewOnlyHere)
    if (turn.place === 'channel' && page.value.tooFewToShow) return say(TEXTS.tooFewHere)
    const stored = turn.place === 'channel' ? { place: 'channel' as const } : { place: 'personal' as const, asker: turn.asker }
    return showing(waitingCard(page.value, stored, { agencies, tab: links.waiting(waitingAddress(asked.filter)), asked: asked.filter }), notes)
  }

/** The entitled list: only as the answer to this person's own refresh or button, in their own chat. Anywhere else the anonymous one. */
export const showWaiting =
  (deps: BotDeps) =>
  async (turn: Turn, asked: Asked): Promise<Answer> => {
    // a cursor belongs to the view that it came from, so an answer that has to be anonymous begins at the first page
    if (!turn.answerIsPrivate) return showWaitingAnonymously(deps)(turn, { filter: asked.filter })
    const { useCases, links } = deps
    const [agencies, page, figures] = await Promise.all([
      useCases.agencies(turn.actor),
      useCases.listWaiting(turn.actor, { ...asked, limit: ROWS_ON_A_CARD }, turn.automatic ? { automatic: true } : {}),
      useCases.waitingFigures(turn.actor, asked.filter),
    ])
    if (!page.ok) return refused(page)
    return show(entitledWaitingCard(page.value, figures.ok ? figures.value : undefined, { agencies, tab: links.waiting(waitingAddress(asked.filter)) }))
  }
