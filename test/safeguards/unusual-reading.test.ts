import * as fc from 'fast-check'
import { ROLES } from '../../src/core/actor.ts'
import { judge, kindsFor, type EarlierAlert, type Reading } from '../../src/safeguards/reading-alerts/unusual-reading.ts'

const HOUR = 3_600_000
const minute = (minutes: number): number => minutes * 60_000
const opened = (minutes: number, child: string): Reading => ({ at: minute(minutes), child })
/** One child a minute. */
const many = (count: number, from = 0, name = 'c'): readonly Reading[] => Array.from({ length: count }, (_, at) => opened(from + at, `${name}${at.toString()}`))

test('so many different children within the window are an alert from the first of them on; one fewer is none', () => {
  expect(judge(many(4), [], 5, HOUR)).toEqual({ raised: [], grown: [] })
  expect(judge(many(5), [], 5, HOUR).raised).toEqual([{ from: 0, until: minute(4), children: 5 }])
})

test('the same child again and again is one child', () => {
  expect(
    judge(
      many(40).map(({ at }) => ({ at, child: 'one' })),
      [],
      2,
      HOUR,
    ).raised,
  ).toEqual([])
})

test('the window slides: neither the clock’s hour nor a slow reader hides or makes one', () => {
  const overTheHour = [...many(3, 58, 'a'), ...many(2, 62, 'b')]
  expect(judge(overTheHour, [], 5, HOUR).raised).toEqual([{ from: minute(58), until: minute(63), children: 5 }])
  const slow = Array.from({ length: 50 }, (_, at) => opened(at * 15, `c${at.toString()}`))
  expect(judge(slow, [], 5, HOUR).raised).toEqual([])
  expect(judge([opened(0, 'a'), opened(60, 'b')], [], 2, HOUR).raised).toEqual([])
  expect(judge([opened(0, 'a'), opened(59, 'b')], [], 2, HOUR).raised).toHaveLength(1)
})

test('three hundred in an hour are one alert that says three hundred; in the second hour there is a second one', () => {
  const flood = Array.from({ length: 300 }, (_, at) => opened(at / 10, `c${at.toString()}`))
  expect(judge(flood, [], 30, HOUR).raised).toEqual([{ from: 0, until: minute(29.9), children: 300 }])
  const twice = [...flood, ...flood.map(({ at, child }) => ({ at: at + HOUR, child }))]
  expect(judge(twice, [], 30, HOUR).raised.map(({ from, children }) => [from, children])).toEqual([
    [0, 300],
    [HOUR, 300],
  ])
})

test('what is read while an alert is open makes it larger; judged again nothing changes', () => {
  const open: EarlierAlert = { id: 'x', from: 0, children: 5, closedAt: null }
  expect(judge(many(9), [open], 5, HOUR)).toEqual({ raised: [], grown: [{ id: 'x', until: minute(8), children: 9 }] })
  expect(judge(many(9), [{ ...open, children: 9 }], 5, HOUR)).toEqual({ raised: [], grown: [] })
})

test('what is read after somebody acknowledged it counts anew, also within the same window', () => {
  const closed: EarlierAlert = { id: 'x', from: 0, children: 5, closedAt: minute(5) }
  expect(judge(many(9), [closed], 5, HOUR)).toEqual({ raised: [], grown: [] })
  expect(judge(many(12), [closed], 5, HOUR).raised).toEqual([{ from: minute(5), until: minute(11), children: 7 }])
})

test('whatever is read in whatever order of looks, the looks together raise no two alerts that overlap, and miss no window', () => {
  const reading = fc.record({ at: fc.integer({ min: 0, max: 4 * HOUR }), child: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') })
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 60 }), fc.array(fc.integer({ min: 0, max: 4 * HOUR }), { maxLength: 5 }), (read, looks) => {
      const all = [...read].sort((a, b) => a.at - b.at)
      let alerts: EarlierAlert[] = []
      for (const look of [...looks.sort((a, b) => a - b), 4 * HOUR + 1]) {
        const seen = all.filter(({ at }) => at < look)
        const { raised, grown } = judge(seen, alerts, 4, HOUR)
        alerts = alerts.map((alert) => ({ ...alert, children: grown.find(({ id }) => id === alert.id)?.children ?? alert.children }))
        alerts.push(...raised.map(({ from, children }) => ({ id: from.toString(), from, children, closedAt: null })))
        expect(judge(seen, alerts, 4, HOUR)).toEqual({ raised: [], grown: [] })
      }
      const froms = alerts.map(({ from }) => from).sort((a, b) => a - b)
      froms.slice(1).forEach((from, at) => {
        expect(from - (froms[at] ?? 0)).toBeGreaterThanOrEqual(HOUR)
      })
      for (const { at } of all) {
        const within = all.filter((one) => one.at > at - HOUR && one.at <= at)
        const isCovered = within.some((one) => froms.some((from) => one.at >= from && one.at < from + HOUR))
        if (new Set(within.map(({ child }) => child)).size >= 4) expect(isCovered).toBe(true)
      }
    }),
  )
})

test('who is judged by the caseload: whoever does case work and nothing else', () => {
  const CASE_WORK = ['family-finder', 'childs-social-worker', 'adopters-social-worker']
  for (const one of ROLES)
    for (const other of ROLES) {
      const expected = CASE_WORK.includes(one) && CASE_WORK.includes(other)
      expect([one, other, kindsFor([one, other]).includes('outside-caseload')]).toEqual([one, other, expected])
      expect(kindsFor([one, other])).toContain('many-children')
    }
  expect(kindsFor([])).toEqual(['many-children', 'outside-caseload'])
})
