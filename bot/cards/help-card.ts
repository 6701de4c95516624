import type { BotLinks } from '../use-cases.ts'
import { card, figureRow, heading, openUrl, smallPrint, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

/** What a person can type, with an example each: five rows, the commonest first. */
export const helpCard = (links: BotLinks): DrawnCard => {
  const summary = 'What you can type'
  return {
    summary,
    card: card(
      [
        heading(summary),
        words('Plain words will do; capital letters and order do not matter.'),
        figureRow('waiting', [
          'Who waits, longest first; by what you say of them.',
          'For example *waiting sibling groups in Leicestershire over 6 months*, *boys under 5*, *harder to place*, *on hold*, *order not placed*.',
        ]),
        figureRow('my children', ['Your own work.', 'For example *my children*, *changed since Monday*, *unborn*, *who has no profile yet*.']),
        figureRow('child', [
          'One child by reference, and what happened to the plan.',
          'For example *child FF-7K3Q0*; *record placement order FF-7K3Q0 12 March* in our own chat.',
        ]),
        figureRow('post', [
          'A child’s anonymous card, or the list, to a channel; you see it and its readers first.',
          'For example *post FF-7K3Q0 to #regional*, *post waiting sibling groups to #regional*.',
        ]),
        figureRow('schedule', [
          'Tracking meetings in your agency’s calendar.',
          'For example *schedule tracking every other Tuesday at 10*; *meetings* lists them.',
        ]),
        smallPrint('*who am I* says your agency and roles; if you work for two, *work as* and the agency’s name changes over.'),
        smallPrint('In channels I answer anonymously; in our own chat "Show me more" gives you what your role may see.'),
      ],
      [openUrl('Open the waiting list', links.waiting(''))],
      `${summary}: waiting, my children, changed since Monday, child FF-…, record … FF-… 12 March, post FF-… to #regional, schedule tracking …, meetings, who am I, work as …`,
    ),
  }
}
