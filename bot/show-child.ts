import { parseReference } from '../src/core/reference.ts'
import { notFound } from '../src/core/result.ts'
import { refused, show } from './answers.ts'
import { childCard } from './cards/child-card.ts'
import { anonymousChildCard, childCardInChannel, childCardForAll } from './cards/child-post-card.ts'
import type { Answer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

const automaticOf = (turn: Turn): { readonly automatic?: boolean } => (turn.automatic ? { automatic: true } : {})

/** The anonymous card, as it may be stored. A typed reference is read as tolerantly on a card as in a message. */
export const showChildAnonymously =
  ({ useCases, links }: BotDeps) =>
  async (turn: Turn, typed: string, isAnswerToButton = false): Promise<Answer> => {
    const reference = parseReference('FF', typed)
    if (reference === undefined) return refused(notFound())
    const child = await useCases.readAnonymousChild(turn.actor, { reference, ...automaticOf(turn) })
    if (!child.ok) return refused(child)
    if (turn.place === 'personal') return show(anonymousChildCard(child.value, turn.asker))
    return show(isAnswerToButton ? childCardInChannel(child.value, links.chat(`child ${reference}`), links.child(reference)) : childCardForAll(child.value))
  }

/** The entitled view: only as the answer to this person's own refresh or button, in their own chat. In a channel buttons more, not facts more. */
export const showChild =
  (deps: BotDeps) =>
  async (turn: Turn, typed: string): Promise<Answer> => {
    if (!turn.answerIsPrivate) return showChildAnonymously(deps)(turn, typed, true)
    const reference = parseReference('FF', typed)
    if (reference === undefined) return refused(notFound())
    const { useCases, links } = deps
    const child = await useCases.readChild(turn.actor, { reference, ...automaticOf(turn) })
    if (!child.ok) return refused(child)
    const destinations = child.value.actions.includes('post') ? await useCases.listConversations(turn.actor) : undefined
    return show(childCard(child.value, destinations?.ok ? destinations.value.items : [], links.child(reference), turn.asker))
  }
