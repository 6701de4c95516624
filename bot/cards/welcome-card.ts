import type { BotLinks } from '../use-cases.ts'
import { card, heading, openUrl, smallPrint, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

/** Once, when the app is installed for a person: what it is worth, how to begin, what it will not do. */
export const welcomeCard = (name: string, agency: string, links: BotLinks): DrawnCard => {
  const summary = 'Welcome to Family Finding'
  return {
    summary,
    card: card(
      [
        heading(summary),
        words(`Hello ${name}. Here the adoption agencies of your region find families together for the children who wait. You work here for ${agency}.`),
        words('Begin with *waiting*: it lists the children who wait, longest first. *help* shows everything else.'),
        smallPrint('What stays in a chat or channel never identifies a child. I list and remind; people decide.'),
      ],
      [openUrl('Open the waiting list', links.waiting(''))],
      `${summary}. Type waiting or help.`,
    ),
  }
}
