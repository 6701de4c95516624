import type { Action, CardElement, IShowCardAction } from '@microsoft/teams.cards'
import { JOURNEY_DATES, type EntitledChild, type EntitledChildDetail, type OwnChildDetail } from '../../src/children/child-views.ts'
import { londonToday } from '../../src/core/plain-date.ts'
import { capitalised, counted, dayWords, GRADE_WORDS, JOURNEY_WORDS, NEED_WORDS, STAGE_WORDS } from '../texts/words.ts'
import { recordablesOf } from '../recordable.ts'
import { childRefreshVerb, recordDateOpenVerb } from '../verbs/child-verbs.ts'
import { button, buttonWithInputs, dialogButton, refreshAction } from '../verbs/define-verb.ts'
import { postPreviewVerb } from '../verbs/post-verbs.ts'
import { daysFigure, entitledWho, nextStepWords, standsWords } from './child-words.ts'
import { card, figureRow, heading, openUrl, plain, refreshFor, smallPrint, strong, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

export interface Destination {
  readonly handle: string
  readonly name: string
}

/** The last three things that happened, newest first. */
const lastEvents = (child: OwnChildDetail): readonly string[] =>
  JOURNEY_DATES.flatMap((name) => {
    const on = child.journey[name]
    return on === null ? [] : [{ name, on }]
  })
    .toSorted((one, other) => other.on.localeCompare(one.on))
    .slice(0, 3)
    .map(({ name, on }) => `${dayWords(on)}: ${JOURNEY_WORDS[name]}`)

/** Clocks on a card: it is read on a phone, and the rest is in the tab. */
const MOST_CLOCKS = 3

/** What is late, then what is due soon, each with its day: "Late by 12 days: the profile is live (was due 10 Nov 2026)". */
const pressingClocks = ({ clocks }: OwnChildDetail): readonly CardElement[] =>
  clocks
    .filter(({ state }) => state === 'late' || state === 'close')
    .toSorted((one, other) => one.due.localeCompare(other.due))
    .slice(0, MOST_CLOCKS)
    .map(({ state, words: what, due, daysLeft }) =>
      words(
        plain(
          state === 'late'
            ? `Late by ${counted(Math.abs(daysLeft ?? 0), 'day', 'days')}: ${what} (was due ${dayWords(due)})`
            : `Due soon: ${what} (by ${dayWords(due)})`,
        ),
      ),
    )

/** What changed last, by whom and when: after recording something, that is it. */
const lastChange = (child: OwnChildDetail): readonly string[] => {
  const [change] = child.changes
  const dates = JOURNEY_DATES.filter((name) => change?.what.includes(name) ?? false).map((name) => {
    const on = child.journey[name]
    return `${JOURNEY_WORDS[name]} ${on === null ? 'taken away' : dayWords(on)}`
  })
  if (change === undefined || dates.length === 0) return []
  return [`Changed last: ${dates.join(', ')}${change.by === null ? '' : ` (${change.by}, ${dayWords(londonToday(new Date(change.at)))})`}`]
}

const dueWords = (child: EntitledChild): string => (child.view === 'own' && child.nextStepDue !== null ? `, due ${dayWords(child.nextStepDue)}` : '')

const clockWords = (child: EntitledChild): string =>
  [
    ...(child.daysFromAdm === null ? [] : [`${counted(child.daysFromAdm, 'day', 'days')} since the decision for adoption`]),
    ...(child.daysFromOrder === null ? [] : [`${counted(child.daysFromOrder, 'day', 'days')} since the placement order`]),
  ].join(' · ')

const fact = (label: string, values: readonly string[]): readonly CardElement[] => (values.length === 0 ? [] : [words(plain(`${label}: ${values.join(', ')}`))])

const facts = (child: EntitledChild): readonly CardElement[] => [
  ...fact(
    'Needs',
    child.needs.map(({ category, grade }) => `${NEED_WORDS[category]} (${GRADE_WORDS[grade]})`),
  ),
  ...fact('Harder to place', child.harderToPlace),
  ...fact('Ethnicity', child.ethnicityGroup === null ? [] : [child.ethnicityGroup]),
  ...fact('Disability', child.disability === null ? [] : [child.disability ? 'yes' : 'no']),
  ...fact('Routes tried', child.routes),
  ...fact('Worker to ask', child.worker === null ? [] : [child.worker]),
]

/** One place to post to is a button; several are a choice. */
const postAction = (reference: string, destinations: readonly Destination[]): readonly Action[] => {
  const [only] = destinations
  if (only === undefined) return []
  if (destinations.length === 1) return [button(`Post to ${only.name}…`, postPreviewVerb, { reference, conversation: only.handle })]
  const choose: IShowCardAction = {
    type: 'Action.ShowCard',
    title: 'Post…',
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'conversation',
          label: 'Where to',
          style: 'compact',
          isRequired: true,
          errorMessage: 'Choose a channel.',
          value: only.handle,
          choices: destinations.map(({ handle, name }) => ({ title: `${name} (${handle})`, value: handle })),
        },
      ],
      actions: [buttonWithInputs('See the exact card first', postPreviewVerb, { reference })],
    },
  }
  return [choose]
}

const recordAction = (child: EntitledChildDetail): readonly Action[] =>
  recordablesOf(child).length === 0 ? [] : [dialogButton('Record a date…', recordDateOpenVerb, { reference: child.reference })]

/**
 * Never stored: only as the answer to this person's own refresh or button, in their own chat. Actions are those the server allows.
 * It refreshes as the child that it shows, also where it was opened from a list.
 */
export const childCard = (child: EntitledChildDetail, destinations: readonly Destination[], tab: string, asker: string): DrawnCard => {
  const summary = `${child.reference} · ${STAGE_WORDS[child.stage]}`
  const events = child.view === 'own' ? lastEvents(child) : []
  return {
    summary,
    card: card(
      [
        heading(child.reference),
        words(plain(`${entitledWho(child)} · ${child.agency.name}`)),
        figureRow(child.isWaiting ? daysFigure(child.daysWaiting) : 'not waiting', [
          capitalised(standsWords(child)),
          ...(clockWords(child) === '' ? [] : [clockWords(child)]),
        ]),
        strong(plain(`${nextStepWords(child)}${dueWords(child)}`)),
        ...(child.view === 'own' ? pressingClocks(child) : []),
        ...facts(child),
        ...(events.length === 0 ? [] : [smallPrint(plain(`Lately: ${events.join(' · ')}`))]),
        ...(child.view === 'own' ? lastChange(child) : []).map((change) => smallPrint(plain(change))),
        smallPrint('Only you see this view; the chat keeps the anonymous one.'),
      ],
      [...(child.actions.includes('post') ? postAction(child.reference, destinations) : []), ...recordAction(child), openUrl('Open in the tab', tab)],
      summary,
      refreshFor(asker, refreshAction(childRefreshVerb, { reference: child.reference })),
    ),
  }
}
