import * as z from 'zod'
import { AGE_BANDS, LISTS, SEXES, STANDINGS } from '../../../src/children/child-views.ts'
import type { AgeBand, List, Sex, Standing } from '../../../src/children/child-views.ts'
import { dateWords } from '../../text/dates.ts'
import { days } from '../../text/numbers.ts'
import { SEXES_WORDS, STANDING_WORDS } from '../../text/words.ts'

export interface WaitingFilter {
  /** which children are listed at all; everything below narrows it */
  readonly list: List
  readonly standings: readonly Standing[]
  /** a plain date */
  readonly changedSince: string | undefined
  readonly withoutProfile: boolean
  readonly mine: boolean
  /** they wait for nothing yet: only the list `open` has them */
  readonly unborn: boolean
  readonly harderToPlace: boolean
  readonly agencies: readonly string[]
  readonly ageBands: readonly AgeBand[]
  readonly sex: Sex | undefined
  /** true only children with siblings, false only single children */
  readonly siblings: boolean | undefined
  readonly minDays: number | undefined
  readonly maxDays: number | undefined
}

export const NO_FILTER: WaitingFilter = {
  list: 'waiting',
  standings: [],
  changedSince: undefined,
  withoutProfile: false,
  mine: false,
  unborn: false,
  harderToPlace: false,
  agencies: [],
  ageBands: [],
  sex: undefined,
  siblings: undefined,
  minDays: undefined,
  maxDays: undefined,
}

/** True or not said. */
const FLAGS = ['mine', 'harderToPlace', 'withoutProfile', 'unborn'] as const
export type FilterFlag = (typeof FLAGS)[number]
export const FLAG_WORDS: Readonly<Record<FilterFlag, string>> = {
  mine: 'Only my children',
  harderToPlace: 'Harder to place',
  withoutProfile: 'No live profile',
  unborn: 'Unborn children',
}

/** The filter with this said, or no longer. Unborn children are in one list alone, so that list opens. */
export const withFlag = (filter: WaitingFilter, flag: FilterFlag, on: boolean): WaitingFilter => ({
  ...filter,
  [flag]: on,
  ...(flag === 'unborn' && on && { list: 'open' }),
})
/** Another list under the same filters, without what it cannot hold. */
export const inList = (filter: WaitingFilter, list: List): WaitingFilter => ({ ...filter, list, unborn: filter.unborn && list === 'open' })

const agencyCode = z.string().regex(/^[A-Z]{2,8}$/u)
const dayCount = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number)
  .pipe(z.int().max(10_000))

const orNothing = <S extends z.ZodType>(shape: S, value: string | null): z.output<S> | undefined => {
  const read = shape.safeParse(value)
  return read.success ? read.data : undefined
}
const allOf = <S extends z.ZodType>(shape: S, values: readonly string[]): z.output<S>[] => values.flatMap((value) => orNothing(shape, value) ?? [])

/** Reads the page's address. What is not understood filters nothing, so that an old or mistyped link still opens the list. */
export const readFilter = (query: string): WaitingFilter => {
  const read = new URLSearchParams(query)
  const siblings = orNothing(z.enum(['true', 'false']), read.get('siblings'))
  const unborn = read.get('unborn') === 'true'
  return {
    list: unborn ? 'open' : (orNothing(z.enum(LISTS), read.get('list')) ?? 'waiting'),
    standings: allOf(z.enum(STANDINGS), read.getAll('standing')),
    changedSince: orNothing(z.iso.date(), read.get('changedSince')),
    withoutProfile: read.get('withoutProfile') === 'true',
    mine: read.get('mine') === 'true',
    unborn,
    harderToPlace: read.get('harderToPlace') === 'true',
    agencies: allOf(agencyCode, read.getAll('agency')),
    ageBands: allOf(z.enum(AGE_BANDS), read.getAll('ageBand')),
    sex: orNothing(z.enum(SEXES), read.get('sex')),
    siblings: siblings === undefined ? undefined : siblings === 'true',
    minDays: orNothing(dayCount, read.get('minDays')),
    maxDays: orNothing(dayCount, read.get('maxDays')),
  }
}

/** The same for the page's address and for the query of the API. */
export const writeFilter = (filter: WaitingFilter): URLSearchParams => {
  const query = new URLSearchParams()
  if (filter.list !== 'waiting') query.set('list', filter.list)
  for (const standing of filter.standings) query.append('standing', standing)
  if (filter.changedSince !== undefined) query.set('changedSince', filter.changedSince)
  for (const flag of FLAGS) if (filter[flag]) query.set(flag, 'true')
  for (const code of filter.agencies) query.append('agency', code)
  for (const band of filter.ageBands) query.append('ageBand', band)
  if (filter.sex !== undefined) query.set('sex', filter.sex)
  if (filter.siblings !== undefined) query.set('siblings', String(filter.siblings))
  if (filter.minDays !== undefined) query.set('minDays', String(filter.minDays))
  if (filter.maxDays !== undefined) query.set('maxDays', String(filter.maxDays))
  return query
}

export interface FilterChip {
  readonly words: string
  /** what remains when this chip is cleared */
  readonly without: WaitingFilter
}

const chip = (words: string, without: WaitingFilter): FilterChip => ({ words, without })

const without = <T>(values: readonly T[], value: T): readonly T[] => values.filter((other) => other !== value)

/** The filter with this standing chosen, or no longer; with none chosen all are meant. */
export const toggled = (filter: WaitingFilter, standing: Standing): WaitingFilter => ({
  ...filter,
  standings: filter.standings.includes(standing) ? without(filter.standings, standing) : [...filter.standings, standing],
})

/** What is filtered, in words, each part of it clearable alone. */
export const chipsOf = (filter: WaitingFilter, agencyNames: ReadonlyMap<string, string>): readonly FilterChip[] => [
  ...filter.standings.map((standing) => chip(STANDING_WORDS[standing], { ...filter, standings: without(filter.standings, standing) })),
  ...(filter.changedSince === undefined ? [] : [chip(`Changed since ${dateWords(filter.changedSince)}`, { ...filter, changedSince: undefined })]),
  ...FLAGS.filter((flag) => filter[flag]).map((flag) => chip(FLAG_WORDS[flag], { ...filter, [flag]: false })),
  ...filter.agencies.map((code) => chip(agencyNames.get(code) ?? code, { ...filter, agencies: without(filter.agencies, code) })),
  ...filter.ageBands.map((band) => chip(`Aged ${band}`, { ...filter, ageBands: without(filter.ageBands, band) })),
  ...(filter.sex === undefined ? [] : [chip(SEXES_WORDS[filter.sex], { ...filter, sex: undefined })]),
  ...(filter.siblings === undefined ? [] : [chip(filter.siblings ? 'In a sibling group' : 'Without siblings in the plan', { ...filter, siblings: undefined })]),
  ...(filter.minDays === undefined ? [] : [chip(`Waiting ${days(filter.minDays)} or more`, { ...filter, minDays: undefined })]),
  ...(filter.maxDays === undefined ? [] : [chip(`Waiting ${days(filter.maxDays)} or fewer`, { ...filter, maxDays: undefined })]),
]
