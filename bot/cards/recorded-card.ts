import { childMoreVerb, childRefreshVerb } from '../verbs/child-verbs.ts'
import { button, refreshAction } from '../verbs/define-verb.ts'
import { card, heading, refreshFor, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

/** Kept in the asker's chat, so it says only that something was recorded; their own view, into which it refreshes, says what. */
export const recordedCard = (reference: string, asker: string): DrawnCard => {
  const summary = `${reference}: recorded`
  return {
    summary,
    card: card(
      [heading(summary), words('What you typed is in the register. Your own view of the child shows it; recording it again corrects it.')],
      [button('Show me more', childMoreVerb, { reference })],
      summary,
      refreshFor(asker, refreshAction(childRefreshVerb, { reference })),
    ),
  }
}
