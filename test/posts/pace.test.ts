import fc from 'fast-check'
import { LIMITS, turnAt, type Limit, type UsedUntil } from '../../src/posts/delivery/pace.ts'

/** Asks at each of these moments (milliseconds) and answers those at which it might send. */
const sends = (limits: readonly Limit[], asked: readonly number[]): readonly number[] => {
  let used: UsedUntil = []
  return asked.filter((at) => {
    const turn = turnAt(limits, used, at)
    if (turn.kind === 'go') used = turn.usedUntil
    return turn.kind === 'go'
  })
}
const mostIn = (moments: readonly number[], seconds: number): number =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at <= from + seconds * 1000).length))

const asked = fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 400 }).map((gaps) => {
  let at = 1_800_000_000_000
  return gaps.map((gap) => (at += gap % 7 === 0 ? gap : gap % 40))
})

test.each(Object.entries(LIMITS))('whenever it is asked, no stretch of time ever holds more than a %s takes', (_place, limits) => {
  fc.assert(
    fc.property(asked, (moments) => {
      const sent = sends(limits, moments)
      for (const { sends: most, seconds } of limits) expect(mostIn(sent, seconds)).toBeLessThanOrEqual(most)
    }),
    { numRuns: 200 },
  )
})

test('an hour of asking every tenth of a second stays within 1,800, and uses most of it', () => {
  const moments = Array.from({ length: 72_000 }, (_, index) => 1_800_000_000_000 + index * 100)
  const sent = sends(LIMITS.conversation, moments)
  const firstHour = sent.filter((at) => at <= 1_800_003_600_000)
  expect(firstHour.length).toBeLessThanOrEqual(1800)
  expect(firstHour.length).toBeGreaterThan(1700)
  expect(sent.length - firstHour.length).toBeLessThanOrEqual(1800)
})

test('who comes too early is told when, and may send then and not a millisecond before', () => {
  let used: UsedUntil = []
  const now = 1_800_000_000_000
  for (;;) {
    const turn = turnAt(LIMITS.conversation, used, now)
    if (turn.kind === 'wait') {
      expect(turn.until).toBeGreaterThan(now)
      expect(turnAt(LIMITS.conversation, used, Math.ceil(turn.until) - 1).kind).toBe('wait')
      expect(turnAt(LIMITS.conversation, used, Math.ceil(turn.until)).kind).toBe('go')
      return
    }
    used = turn.usedUntil
  }
})

test('a place that was quiet has its whole right again', () => {
  const burst = Array.from({ length: 10 }, () => 1_800_000_000_000)
  const later = Array.from({ length: 10 }, () => 1_800_000_000_000 + 7_200_000)
  const [first, second] = [sends(LIMITS.conversation, burst), sends(LIMITS.conversation, [...burst, ...later])]
  expect(second.length).toBe(first.length * 2)
})
