import type { Attempt, Journey } from '../../src/children/child-views.ts'
import { NO_DATES } from '../../src/children/journey/journey.ts'
import { flowsOf, stocksOf, type CountedChild } from '../../src/overview/figures/journey-figures.ts'
import { date } from '../children/a-child.ts'

const child = (dates: Partial<Record<keyof Journey, string>>, attempts: readonly Attempt[] = []): CountedChild => ({
  sex: 'male',
  siblingGroup: null,
  journey: { ...NO_DATES, ...(dates as Partial<Journey>) },
  attempts,
  pauses: [],
  fosterCarerAdoption: null,
})
const DISRUPTED: Attempt = {
  endedBy: 'disrupted',
  on: date('2024-06-01'),
  reason: null,
  dates: { linked: date('2023-08-01'), matched: date('2023-09-01'), placed: date('2023-10-01') },
}
const ENDED: Attempt = {
  endedBy: 'plan-ended',
  on: date('2025-03-01'),
  reason: 'RD3',
  dates: { admDecision: date('2023-01-01'), placementOrder: date('2023-03-01'), planEnded: date('2025-03-01') },
}
const twice = child({ enteredCare: '2022-06-01', placementOrder: '2023-03-01', admDecision: '2025-09-01', matched: '2026-02-01' }, [DISRUPTED, ENDED])

test.each([
  ['before the match', '2023-04-01', { waiting: 1, orderNotMatched: 1, placedAwaitingOrder: 0 }],
  ['matched the first time', '2023-09-15', { waiting: 0, orderNotMatched: 0, placedAwaitingOrder: 0 }],
  ['placed the first time', '2024-01-01', { waiting: 0, placedAwaitingOrder: 1 }],
  ['after the disruption', '2024-07-01', { waiting: 1, orderNotMatched: 1, placedAwaitingOrder: 0 }],
  ['after the plan ended', '2025-04-01', { waiting: 0, orderNotMatched: 0, placedAwaitingOrder: 0 }],
  ['after the new decision, under the order that was never revoked', '2025-10-01', { waiting: 1, orderNotMatched: 1 }],
  ['matched the second time', '2026-03-01', { waiting: 0, orderNotMatched: 0 }],
])('a child of three attempts as it stood %s', (_when, on, expected) => {
  expect(stocksOf([twice], date(on))).toMatchObject(expected)
})

test('each attempt’s events count in their own year; an order that went along is one order', () => {
  const flows = (from: string, until: string) => flowsOf([twice], { from: date(from), until: date(until) })
  expect(flows('2023-01-01', '2026-11-22')).toMatchObject({ admDecisions: 2, placementOrders: 1, matched: 2, placed: 1, disruptions: 1, plansEnded: 1 })
  expect(flows('2025-09-01', '2025-09-01')).toMatchObject({ admDecisions: 1, placementOrders: 0, disruptions: 0 })
  expect(flows('2025-09-02', '2025-12-31').admDecisions).toBe(0)
})

test('a hold counts on the days that it lasted', () => {
  const held: CountedChild = {
    ...child({ admDecision: '2025-01-01', placementOrder: '2025-02-01' }),
    pauses: [{ kind: 'on-hold', reason: 'health', from: date('2025-05-01'), until: date('2025-06-01') }],
  }
  const onHold = (on: string) => stocksOf([held], date(on)).orderNotPlaced.byStanding['on-hold']
  expect([onHold('2025-04-30'), onHold('2025-05-01'), onHold('2025-05-31'), onHold('2025-06-01')]).toEqual([0, 1, 1, 0])
})
