import fc from 'fast-check'
import { addDays, addMonths, type PlainDate } from '../../src/core/plain-date.ts'
import { overOf, retentionStateOf, warnedUntil, type Periods } from '../../src/retention/retention-due.ts'

const day = (text: string): PlainDate => text as PlainDate
const PERIODS: Periods = { afterOrder: 12, afterPlanEnd: 24, warnedBefore: 8 }
const ends = (adoptionOrder: string | null, planEnded: string | null) => ({
  adoptionOrder: adoptionOrder as PlainDate | null,
  planEnded: planEnded as PlainDate | null,
})

test.each([
  ['a plan that goes on', ends(null, null), undefined],
  ['an order', ends('2025-02-28', null), { endedBy: 'adoption-order', endedOn: '2025-02-28', dueOn: '2026-02-28' }],
  ['an order on a leap day', ends('2024-02-29', null), { endedBy: 'adoption-order', endedOn: '2024-02-29', dueOn: '2025-02-28' }],
  ['a plan that ended', ends(null, '2024-01-31'), { endedBy: 'plan-ended', endedOn: '2024-01-31', dueOn: '2026-01-31' }],
  ['both: the later of the two', ends('2025-06-01', '2024-01-31'), { endedBy: 'adoption-order', endedOn: '2025-06-01', dueOn: '2026-06-01' }],
  ['both: the longer of the two', ends('2024-06-01', '2024-01-31'), { endedBy: 'plan-ended', endedOn: '2024-01-31', dueOn: '2026-01-31' }],
])('%s', (_case, given, over) => {
  expect(overOf(given, PERIODS)).toEqual(over)
})

test('the days of one record: kept, warned, due', () => {
  const order = ends('2025-11-22', null)
  const on = (today: string) => retentionStateOf(order, false, PERIODS, day(today))
  expect([on('2026-09-26'), on('2026-09-27'), on('2026-11-21'), on('2026-11-22'), on('2040-01-01')]).toEqual(['kept', 'warned', 'warned', 'due', 'due'])
})

const someDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days))
const someEnds = fc.record({ adoptionOrder: fc.option(someDay), planEnded: fc.option(someDay) })
const somePeriods = fc.record({
  afterOrder: fc.integer({ min: 1, max: 120 }),
  afterPlanEnd: fc.integer({ min: 1, max: 120 }),
  warnedBefore: fc.integer({ min: 1, max: 52 }),
})

test('no record is due before every end has had its time, and none that goes on ever is', () => {
  fc.assert(
    fc.property(someEnds, somePeriods, someDay, (given, periods, today) => {
      const state = retentionStateOf(given, false, periods, today)
      if (given.adoptionOrder === null && given.planEnded === null) return state === 'kept'
      const both =
        (given.adoptionOrder === null || addMonths(given.adoptionOrder, periods.afterOrder) <= today) &&
        (given.planEnded === null || addMonths(given.planEnded, periods.afterPlanEnd) <= today)
      return (state === 'due') === both
    }),
  )
})

test('a record is warned of for as long as the setting says, and due ever after', () => {
  fc.assert(
    fc.property(someEnds, somePeriods, someDay, (given, periods, today) => {
      const over = overOf(given, periods)
      fc.pre(over !== undefined)
      const warned = retentionStateOf(given, false, periods, today) === 'warned'
      expect(warned).toBe(over.dueOn > today && over.dueOn <= warnedUntil(periods, today))
      if (retentionStateOf(given, false, periods, today) === 'due') expect(retentionStateOf(given, false, periods, addDays(today, 1))).toBe('due')
    }),
  )
})

test('a held record is held on every day', () => {
  fc.assert(fc.property(someEnds, somePeriods, someDay, (given, periods, today) => retentionStateOf(given, true, periods, today) === 'held'))
})
