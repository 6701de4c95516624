import { childMoreVerb, recordOtherDayVerb } from '../verbs/child-verbs.ts'
import { button, dialogButton } from '../verbs/define-verb.ts'
import type { RecordTyped } from '../commands/parse-record.ts'
import { card, heading, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

/**
 * The register has another day for what was typed: nothing is written before the person has seen both. The card stays in the chat, so it
 * names no day of the register; its button carries what the person typed there anyway, and the dialog, which nobody keeps, shows both.
 */
export const otherDayCard = ({ reference, what, on, reason }: RecordTyped): DrawnCard => {
  const summary = `${reference}: not recorded yet`
  return {
    summary,
    card: card(
      [heading(summary), words('The register has another day for that. Look at both, and say whether yours replaces it; until then it stays as it is.')],
      [
        dialogButton('See both days…', recordOtherDayVerb, { reference, date: what, on, ...(reason === undefined ? {} : { reason }) }),
        button('Show me more', childMoreVerb, { reference }),
      ],
      summary,
    ),
  }
}
