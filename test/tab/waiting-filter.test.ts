import fc from 'fast-check'
import { AGE_BANDS, LISTS, SEXES, STANDINGS } from '../../src/children/child-views.ts'
import { waitingFigureParameters } from '../../src/overview/waiting-contract.ts'
import { NO_FILTER, chipsOf, inList, readFilter, toggled, withFlag, writeFilter } from '../../tab/pages/waiting/waiting-filter.ts'
import type { WaitingFilter } from '../../tab/pages/waiting/waiting-filter.ts'

const dayCount = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined })
const anyFilter = fc.record({
  list: fc.constantFrom(...LISTS),
  standings: fc.uniqueArray(fc.constantFrom(...STANDINGS)),
  changedSince: fc.option(fc.constantFrom('2026-11-16', '2024-02-29'), { nil: undefined }),
  withoutProfile: fc.boolean(),
  mine: fc.boolean(),
  unborn: fc.boolean(),
  harderToPlace: fc.boolean(),
  agencies: fc.uniqueArray(fc.constantFrom('LEICS', 'CITY', 'LINCS', 'NLINCS', 'NCT', 'RUTLAND')),
  ageBands: fc.uniqueArray(fc.constantFrom(...AGE_BANDS)),
  sex: fc.option(fc.constantFrom(...SEXES), { nil: undefined }),
  siblings: fc.option(fc.boolean(), { nil: undefined }),
  minDays: dayCount,
  maxDays: dayCount,
})
const aFilter: fc.Arbitrary<WaitingFilter> = anyFilter.map((filter) => withFlag(filter, 'unborn', filter.unborn))
const asObject = (query: URLSearchParams) => Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))
const single = (entry: readonly string[]) => (entry.length === 1 ? entry[0] : entry)

test('a filter written into the address is read back as it was', () => {
  fc.assert(fc.property(aFilter, (filter) => expect(readFilter(writeFilter(filter).toString())).toEqual(filter)))
})

test('what is written fits the contract of the API', () => {
  fc.assert(
    fc.property(aFilter, (filter) => {
      const query = Object.fromEntries(Object.entries(asObject(writeFilter(filter))).map(([key, value]) => [key, single(value)]))
      expect(waitingFigureParameters.safeParse(query).success).toBe(true)
    }),
  )
})

test('any address opens the list: what is not understood filters nothing', () => {
  fc.assert(fc.property(fc.string(), (query) => expect(() => readFilter(query)).not.toThrow()))
  expect(readFilter('agency=leics&ageBand=old&sex=other&siblings=maybe&minDays=-3&maxDays=1e9&list=all&standing=lost&changedSince=2026-02-30&mine=1')).toEqual(
    NO_FILTER,
  )
})

test('each chip says its part in words, and clears only that', () => {
  fc.assert(
    fc.property(aFilter, (filter) => {
      const chips = chipsOf(filter, new Map())
      // which list it is stands above, not among the chips
      const parts = (one: WaitingFilter) => [...writeFilter({ ...one, list: 'waiting' })].length
      expect(chips).toHaveLength(parts(filter))
      for (const { without } of chips) expect(parts(without)).toBe(parts(filter) - 1)
      expect(new Set(chips.map(({ words }) => words)).size).toBe(chips.length)
    }),
  )
})

test('the chips read as a person would say it', () => {
  const filter: WaitingFilter = {
    ...NO_FILTER,
    mine: true,
    standings: ['linked'],
    changedSince: '2026-11-16',
    agencies: ['LEICS'],
    ageBands: ['3–4'],
    sex: 'male',
    siblings: true,
    minDays: 183,
    maxDays: 1,
  }
  expect(chipsOf(filter, new Map([['LEICS', 'Leicestershire County Council']])).map(({ words }) => words)).toEqual([
    'Linked',
    'Changed since 16 Nov 2026',
    'Only my children',
    'Leicestershire County Council',
    'Aged 3–4',
    'Boys',
    'In a sibling group',
    'Waiting 183 days or more',
    'Waiting 1 day or fewer',
  ])
})

test('a standing is chosen and taken back by the same press', () => {
  const chosen = toggled(toggled(NO_FILTER, 'linked'), 'on-hold')
  expect(chosen.standings).toEqual(['linked', 'on-hold'])
  expect(toggled(toggled(chosen, 'linked'), 'on-hold')).toEqual(NO_FILTER)
})

test('unborn children are in the list of open plans alone: choosing them opens it, another list lets them go', () => {
  const chosen = withFlag({ ...NO_FILTER, mine: true }, 'unborn', true)
  expect(writeFilter(chosen).toString()).toBe('list=open&mine=true&unborn=true')
  expect(readFilter('unborn=true&list=order-not-placed').list).toBe('open')
  expect(inList(chosen, 'waiting')).toEqual({ ...NO_FILTER, mine: true })
  expect(inList(chosen, 'open')).toEqual(chosen)
  const [, chip] = chipsOf(chosen, new Map())
  expect(chip).toEqual({ words: 'Unborn children', without: { ...NO_FILTER, list: 'open', mine: true } })
})
