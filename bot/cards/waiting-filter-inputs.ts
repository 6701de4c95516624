import type { IChoiceSetInput, IDateInput, IShowCardAction } from '@microsoft/teams.cards'
import { AGE_BANDS, STANDINGS } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import { capitalised, STANDING_WORDS } from '../texts/words.ts'
import type { AgencyName } from '../use-cases.ts'
import { buttonWithInputs } from '../verbs/define-verb.ts'
import { waitingNarrowVerb } from '../verbs/waiting-verbs.ts'
import { heading } from './elements.ts'

/** A choice must have a value, so "does not matter" has one too. */
const ANY = 'any'

/** Own work and other facts that a list can be narrowed to, as the filter names them. */
export const ABOUT = ['mine', 'withoutProfile', 'harderToPlace', 'unborn'] as const
const ABOUT_WORDS: Readonly<Record<(typeof ABOUT)[number], string>> = {
  mine: 'My own children',
  withoutProfile: 'Profile not live yet',
  harderToPlace: 'Harder to place',
  unborn: 'Unborn, of my agency’s open plans',
}

/** More than so many days: three, six, twelve and eighteen months. */
const DAYS = [
  { title: 'any time', value: ANY },
  { title: 'more than 91 days (3 months)', value: '92' },
  { title: 'more than 183 days (6 months)', value: '184' },
  { title: 'more than 365 days (12 months)', value: '366' },
  { title: 'more than 548 days (18 months)', value: '549' },
] as const

const one = (id: string, label: string, value: string, choices: readonly { readonly title: string; readonly value: string }[]): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  value: choices.some((choice) => choice.value === value) ? value : ANY,
  choices: [...choices],
})

const several = (
  id: string,
  label: string,
  values: readonly string[],
  choices: readonly { readonly title: string; readonly value: string }[],
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  isMultiSelect: true,
  value: values.join(','),
  choices: [...choices],
})

const siblingsValue = ({ siblingGroup }: WaitingFilter): string => (siblingGroup === undefined ? ANY : String(siblingGroup))

const since = (day: string | undefined): IDateInput => ({
  type: 'Input.Date',
  id: 'since',
  label: 'Changed since (empty is any time)',
  ...(day === undefined ? {} : { value: day }),
})

/** "Filter": the list's filters as choices, set as they are now. */
export const filterAction = (filter: WaitingFilter, agencies: readonly AgencyName[]): IShowCardAction => ({
  type: 'Action.ShowCard',
  title: 'Filter',
  card: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      heading('Filter the list'),
      one('list', 'Which list', filter.list ?? ANY, [
        { title: 'waiting for a match', value: ANY },
        { title: 'placement order made, not placed', value: 'order-not-placed' },
        { title: 'my agency’s open plans, waiting or not', value: 'open' },
      ]),
      several(
        'about',
        'Only (none chosen is all)',
        ABOUT.filter((flag) => filter[flag] === true),
        ABOUT.map((flag) => ({ title: ABOUT_WORDS[flag], value: flag })),
      ),
      several(
        'standings',
        'Where they stand (none chosen is all)',
        filter.standings ?? [],
        STANDINGS.map((standing) => ({ title: capitalised(STANDING_WORDS[standing]), value: standing })),
      ),
      since(filter.changedSince),
      several(
        'agencies',
        'Agency (none chosen is all)',
        filter.agencies,
        agencies.map(({ code, name }) => ({ title: name, value: code })),
      ),
      several(
        'ageBands',
        'Age (none chosen is all)',
        filter.ageBands,
        AGE_BANDS.map((band) => ({ title: band, value: band })),
      ),
      one('sex', 'Boys or girls', filter.sex ?? ANY, [
        { title: 'boys and girls', value: ANY },
        { title: 'girls', value: 'female' },
        { title: 'boys', value: 'male' },
      ]),
      one('siblings', 'Brothers and sisters', siblingsValue(filter), [
        { title: 'sibling groups and single children', value: ANY },
        { title: 'sibling groups', value: 'true' },
        { title: 'single children', value: 'false' },
      ]),
      one('days', 'Waiting', filter.minDays === undefined ? ANY : String(filter.minDays), DAYS),
    ],
    actions: [buttonWithInputs('Show', waitingNarrowVerb, {})],
  },
})
