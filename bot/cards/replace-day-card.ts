import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { OwnChildDetail } from '../../src/children/child-views.ts'
import { dayOf, type Recordable } from '../recordable.ts'
import { capitalised, dayWords, JOURNEY_WORDS } from '../texts/words.ts'
import { recordDateVerb } from '../verbs/child-verbs.ts'
import { submitButton } from '../verbs/define-verb.ts'
import { card, heading, smallPrint, words } from './elements.ts'

export interface DayTyped {
  readonly what: Recordable
  readonly on: string
  readonly reason: string
}

/** Drawn in a dialog for one person, never stored: the day that the register has, and the one that would replace it. Closing it changes nothing. */
export const replaceDayCard = (child: OwnChildDetail, { what, on, reason }: DayTyped, key: string): IAdaptiveCard => {
  const now = dayOf(child, what)
  const act = now === null ? `Record ${dayWords(on)}` : `Replace ${dayWords(now)} by ${dayWords(on)}`
  return card(
    [
      heading(capitalised(JOURNEY_WORDS[what])),
      words(now === null ? 'The register has no day for it any more.' : `The register has ${dayWords(now)}. You typed ${dayWords(on)}.`),
      smallPrint('Close this to leave it as it is. Each change is kept with your name.'),
    ],
    [submitButton(act, recordDateVerb, { reference: child.reference, version: child.version, key, date: what, on, reason })],
    `${act}: ${child.reference}. Your app can't draw this form; open the child in the tab instead.`,
  )
}
