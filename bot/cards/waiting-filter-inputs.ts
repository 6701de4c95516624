import type { IChoiceSetInput, IShowCardAction } from '@microsoft/teams.cards'
import { AGE_BANDS } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import type { AgencyName } from '../use-cases.ts'
import { buttonWithInputs } from '../verbs/define-verb.ts'
import { waitingFilterVerb } from '../verbs/waiting-verbs.ts'
import { heading } from './elements.ts'

/** A choice must have a value, so "does not matter" has one too. */
const ANY = 'any'

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

/** "Filter": the list's filters as choices, set as they are now. */
export const filterAction = (filter: WaitingFilter, agencies: readonly AgencyName[]): IShowCardAction => ({
  type: 'Action.ShowCard',
  title: 'Filter',
  card: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      heading('Filter the list'),
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
    actions: [buttonWithInputs('Show', waitingFilterVerb, {})],
  },
})
