import type * as z from 'zod'
import type { periodFigures, pipeline } from '../../src/overview/figures/figures-contract.ts'
import { children, counted, list, sentence } from './numbers.ts'
import { GRADE_WORDS, HARDER_WORDS, NEED_WORDS, STAGE_WORDS } from './words.ts'

type Pipeline = z.output<typeof pipeline>
type PeriodFigures = z.output<typeof periodFigures>
type Lines = readonly (readonly [string, string])[]

const some = <N extends string>(counts: Readonly<Record<N, number>>, words: (name: N) => string): string => {
  const parts = (Object.entries(counts) as [N, number][]).filter(([, number]) => number > 0)
  return parts.length === 0 ? 'None' : parts.map(([name, number]) => `${number.toLocaleString('en-GB')} ${words(name)}`).join(' · ')
}

const groupsWords = (sizes: Readonly<Record<string, number>>): string => {
  const groups = Object.entries(sizes).map(([size, number]) => counted(number, `group of ${size}`, `groups of ${size}`))
  return groups.length === 0 ? 'None' : sentence(list(groups))
}

/** The pipeline as lines of words and numbers, what weighs most first. */
export const pipelineLines = (figures: Pipeline): Lines => [
  ['Where they stand', some(figures.byStage, (stage) => STAGE_WORDS[stage].toLowerCase())],
  [
    'Age',
    `${some(figures.byAge, (age) => (age === 'not known' ? 'age not known' : `aged ${age}`))}${figures.unborn > 0 ? ` (${counted(figures.unborn, 'child', 'children')} unborn)` : ''}`,
  ],
  ['Girls and boys', some(figures.bySex, (sex) => (sex === 'not known' ? 'not known' : { female: 'girls', male: 'boys' }[sex]))],
  ['Sibling groups', groupsWords(figures.siblingGroups)],
  ['Harder to place', some(figures.harderToPlace, (reason) => HARDER_WORDS[reason])],
  ['Ethnicity, as an identity need', some(figures.byEthnicity, (group) => group)],
  [
    'Needs',
    some(
      Object.fromEntries(
        Object.entries(figures.needs).map(([need, grades]) => [need, Object.values(grades).reduce((sum, number) => sum + number, 0)]),
      ) as Record<keyof Pipeline['needs'], number>,
      (need) =>
        `${NEED_WORDS[need].toLowerCase()}${figures.needs[need].significant > 0 ? ` (${figures.needs[need].significant.toLocaleString('en-GB')} ${GRADE_WORDS.significant})` : ''}`,
    ),
  ],
  ['Before a parallel plan', `${children(figures.packAOnly)} at the Pack A request`],
]

/** What happened in a period, and how it stood at its end. */
export const periodLines = ({ flows, stocks }: PeriodFigures): { readonly happened: Lines; readonly stood: Lines } => {
  const number = (count: number): string => count.toLocaleString('en-GB')
  const { orderNotPlaced } = stocks
  return {
    happened: [
      ['Decisions of the agency decision maker (ADM)', number(flows.admDecisions)],
      ['Placement orders', number(flows.placementOrders)],
      ['Early permanence placements', number(flows.earlyPermanence)],
      ['Matches', number(flows.matched)],
      [
        'Placed for adoption',
        `${number(flows.placed)} (${number(flows.placedInSiblingGroups)} in sibling groups, ${number(flows.placedWithFosterCarers)} with their foster carers)`,
      ],
      ['Adoption orders', number(flows.adoptionOrders)],
      ['Plans ended', number(flows.plansEnded)],
      ['Disruptions', number(flows.disruptions)],
    ],
    stood: [
      ['Waiting for a match', number(stocks.waiting)],
      ['Order made, no match yet', number(stocks.orderNotMatched)],
      [
        'Order made, not placed',
        `${number(orderNotPlaced.total)} (${counted(orderNotPlaced.boys, 'boy')}, ${counted(orderNotPlaced.girls, 'girl')}, ${counted(orderNotPlaced.siblingGroups, 'sibling group')})`,
      ],
      ['Placed, no adoption order yet', number(stocks.placedAwaitingOrder)],
    ],
  }
}
