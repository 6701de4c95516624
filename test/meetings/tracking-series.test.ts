import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addDays, daysBetween } from '../../src/core/plain-date.ts'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { WEEKDAYS } from '../../src/meetings/meeting-contract.ts'
import { firstMeeting, nextOccurrences } from '../../src/meetings/tracking-series.ts'

const aSeries = (firstOn: string, more: { startsAt?: string; everyWeeks?: number; minutes?: number } = {}) => ({
  weekday: 'tuesday' as const,
  startsAt: '10:00',
  minutes: 60,
  everyWeeks: 2,
  firstOn: firstOn as PlainDate,
  ...more,
})
const said = (occurrences: ReturnType<typeof nextOccurrences>) => occurrences.map(({ on, startsAt }) => `${on} ${startsAt.toISOString().slice(11, 16)}`)
const field = (result: ReturnType<typeof firstMeeting>): string | undefined =>
  !result.ok && result.refusal.kind === 'invalid' ? result.refusal.fields['firstOn'] : undefined
/** A Sunday in winter, a quarter past eight. */
const NOW = new Date('2026-11-22T08:15:00Z')

test.each([
  ['forward on 28 March 2027', '2027-03-09', ['2027-03-09 10:00', '2027-03-23 10:00', '2027-04-06 09:00', '2027-04-20 09:00']],
  ['back on 25 October 2026', '2026-10-06', ['2026-10-06 09:00', '2026-10-20 09:00', '2026-11-03 10:00', '2026-11-17 10:00']],
  ['back on 31 October 2027', '2027-10-12', ['2027-10-12 09:00', '2027-10-26 09:00', '2027-11-09 10:00', '2027-11-23 10:00']],
])('ten o’clock in London stays ten o’clock when the clocks go %s', (_change, firstOn, expected) => {
  expect(said(nextOccurrences(aSeries(firstOn), new Date(`${firstOn}T00:00:00Z`), 4))).toEqual(expected)
})

test('the meeting under way is still shown, and the one that has just ended is not', () => {
  const series = aSeries('2026-11-24')
  expect(said(nextOccurrences(series, new Date('2026-11-24T10:59:59Z'), 1))).toEqual(['2026-11-24 10:00'])
  expect(said(nextOccurrences(series, new Date('2026-11-24T11:00:00Z'), 1))).toEqual(['2026-12-08 10:00'])
})

test('a meeting that goes on past midnight is still shown after midnight', () => {
  const series = aSeries('2026-11-24', { startsAt: '22:00', minutes: 240 })
  expect(said(nextOccurrences(series, new Date('2026-11-25T01:30:00Z'), 1))).toEqual(['2026-11-24 22:00'])
})

test('a series that begins later begins with its first day', () => {
  expect(said(nextOccurrences(aSeries('2027-06-01'), NOW, 2))).toEqual(['2027-06-01 09:00', '2027-06-15 09:00'])
})

test('occurrences keep their wall-clock time, are whole fortnights apart, and none lies behind', () => {
  const times = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })
  const weekday = (on: PlainDate) => WEEKDAYS[Temporal.PlainDate.from(on).dayOfWeek - 1]
  const days = fc
    .integer({ min: 0, max: 2500 })
    .map((later) => addDays('2026-01-01' as PlainDate, later))
    .filter((on) => weekday(on) !== undefined)
  const property = fc.property(
    days,
    times,
    moments,
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 15, max: 480 }),
    (firstOn, startsAt, now, everyWeeks, minutes) => {
      const day = weekday(firstOn)
      const next = nextOccurrences({ weekday: day ?? 'monday', startsAt, minutes, everyWeeks, firstOn }, now, 6)
      expect(next).toHaveLength(6)
      next.forEach((one, index) => {
        const local = Temporal.Instant.from(one.startsAt.toISOString()).toZonedDateTimeISO('Europe/London')
        expect(local.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(startsAt)
        expect(local.toPlainDate().toString()).toBe(one.on)
        expect(daysBetween(firstOn, one.on) % (7 * everyWeeks)).toBe(0)
        expect(one.startsAt.getTime() + minutes * 60_000).toBeGreaterThan(now.getTime())
        if (index > 0) expect(daysBetween(next[index - 1]?.on ?? one.on, one.on)).toBe(7 * everyWeeks)
      })
      // none is left out: the one before the first shown is over, or there is none
      const before = addDays(next[0]?.on ?? firstOn, -7 * everyWeeks)
      const over =
        Temporal.PlainDate.from(before).toZonedDateTime({ timeZone: 'Europe/London', plainTime: startsAt }).epochMilliseconds + minutes * 60_000 <=
        now.getTime()
      expect(before < firstOn || over).toBe(true)
    },
  )
  fc.assert(property, { numRuns: 300 })
})

test.each([
  ['the next Tuesday on a Sunday', '2026-11-22T08:15:00Z', '10:00', '2026-11-24'],
  ['today while the time is still ahead', '2026-11-24T09:59:00Z', '10:00', '2026-11-24'],
  ['a week later once the time has come', '2026-11-24T10:00:00Z', '10:00', '2026-12-01'],
  ['today by London’s clock, an hour ahead of UTC in summer', '2027-06-01T08:30:00Z', '10:00', '2027-06-01'],
  ['a week later when London’s ten has passed in summer', '2027-06-01T09:30:00Z', '10:00', '2027-06-08'],
])('without a first day the series begins on %s', (_case, now, startsAt, expected) => {
  expect(firstMeeting({ weekday: 'tuesday', startsAt }, new Date(now))).toEqual({ ok: true, value: expected })
})

test('a first day that fits is taken', () => {
  expect(firstMeeting({ weekday: 'tuesday', startsAt: '10:00', firstOn: '2027-01-05' }, NOW)).toEqual({ ok: true, value: '2027-01-05' })
})

test.each([
  ['another weekday', '2026-11-25', 'Wednesday 25 November 2026 is not a Tuesday. The next Tuesday is Tuesday 24 November 2026.'],
  ['a day that has passed', '2026-11-17', 'Tuesday 17 November 2026 at 10:00 has passed. The next Tuesday is Tuesday 24 November 2026.'],
  ['a slip of the year', '2072-11-22', 'Tuesday 22 November 2072 is more than a year ahead. Choose a nearer day, such as Tuesday 24 November 2026.'],
  ['no day at all', '2026-02-31', '“2026-02-31” is no day. Write it as year, month and day, such as 2026-11-24.'],
  ['a day written the English way', '01/12/2026', '“01/12/2026” is no day. Write it as year, month and day, such as 2026-11-24.'],
])('a first day that is %s is refused with a sentence that says what to write', (_case, firstOn, sentence) => {
  expect(field(firstMeeting({ weekday: 'tuesday', startsAt: '10:00', firstOn }, NOW))).toBe(sentence)
})
