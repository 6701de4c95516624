import { AGE_BANDS, type AgeBand, type List } from '../../src/children/child-views.ts'
import type { WaitingFilter } from '../../src/overview/waiting-list.ts'
import type { AgencyName } from '../use-cases.ts'
import { dayWords, listed, STANDING_WORDS } from './words.ts'

/** An average month, so that "over 6 months" is more than 183 days. */
export const DAYS_IN_A_MONTH = 30.4375

const isRound = (days: number): boolean =>
  days % 10 === 0 || days % 7 === 0 || Array.from({ length: 60 }, (_, month) => Math.round((month + 1) * DAYS_IN_A_MONTH)).includes(days)

const daysWords = ({ minDays, maxDays }: WaitingFilter): string[] => {
  if (minDays !== undefined && minDays === maxDays) return [`waiting ${minDays} days`]
  const words: string[] = []
  if (minDays !== undefined && minDays > 0) words.push(isRound(minDays - 1) ? `waiting more than ${minDays - 1} days` : `waiting at least ${minDays} days`)
  if (maxDays !== undefined) words.push(isRound(maxDays + 1) ? `waiting less than ${maxDays + 1} days` : `waiting at most ${maxDays} days`)
  return words
}

const LOWEST: Readonly<Record<AgeBand, number>> = { 'under 1': 0, '1–2': 1, '3–4': 3, '5–9': 5, '10 and over': 10 }
const HIGHEST: Readonly<Record<AgeBand, number>> = { 'under 1': 0, '1–2': 2, '3–4': 4, '5–9': 9, '10 and over': 17 }
/** Completed years that a band covers, the oldest up to 17. */
export const yearsOf = (band: AgeBand): { readonly from: number; readonly to: number } => ({ from: LOWEST[band], to: HIGHEST[band] })

/** "aged 1 to 4" for neighbouring bands, "aged under 1 or 5–9" for others. */
const ageWords = (chosen: readonly AgeBand[]): string[] => {
  const bands = AGE_BANDS.filter((band) => chosen.includes(band))
  const [first] = bands
  const last = bands.at(-1)
  if (first === undefined || last === undefined) return []
  const isRun = AGE_BANDS.indexOf(last) - AGE_BANDS.indexOf(first) === bands.length - 1
  if (bands.length === 1 || !isRun) return [`aged ${listed(bands, 'or')}`]
  if (first === 'under 1') return last === '10 and over' ? [] : [`aged under ${HIGHEST[last] + 1}`]
  return [last === '10 and over' ? `aged ${LOWEST[first]} and over` : `aged ${LOWEST[first]} to ${HIGHEST[last]}`]
}

const LIST_WORDS: Readonly<Record<List, readonly string[]>> = {
  waiting: [],
  'order-not-placed': ['placement order made, not placed yet'],
  open: ["your agency's open plans, waiting or not"],
}

/** A filter said back in plain words, part by part; nothing narrows silently. */
export const filterParts = (filter: WaitingFilter, agencies: readonly AgencyName[]): readonly string[] => [
  ...(filter.unborn === true ? ["your agency's unborn children"] : LIST_WORDS[filter.list ?? 'waiting']),
  ...(filter.mine === true ? ['your own children'] : []),
  ...(filter.standings === undefined || filter.standings.length === 0
    ? []
    : [
        listed(
          filter.standings.map((standing) => STANDING_WORDS[standing]),
          'or',
        ),
      ]),
  ...(filter.withoutProfile === true ? ["your agency's children without a live profile"] : []),
  ...(filter.harderToPlace === true ? ['harder to place'] : []),
  ...(filter.changedSince === undefined ? [] : [`changed since ${dayWords(filter.changedSince)}`]),
  ...(filter.siblingGroup === undefined ? [] : [filter.siblingGroup ? 'sibling groups' : 'single children']),
  ...(filter.sex === undefined ? [] : [filter.sex === 'female' ? 'girls' : 'boys']),
  ...ageWords(filter.ageBands),
  ...(filter.agencies.length === 0
    ? []
    : [
        listed(
          filter.agencies.map((code) => agencies.find((agency) => agency.code === code)?.name ?? code),
          'or',
        ),
      ]),
  ...daysWords(filter),
]

/** "sibling groups · Leicestershire County Council · waiting more than 183 days", or "all agencies" for no filter. */
export const filterWords = (filter: WaitingFilter, agencies: readonly AgencyName[]): string => {
  const parts = filterParts(filter, agencies)
  return parts.length === 0 ? 'all agencies' : parts.join(' · ')
}
