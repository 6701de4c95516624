import fc from 'fast-check'
import { readDay, type DayRead } from '../../bot/commands/parse-day.ts'
import { tidy } from '../../bot/commands/typed-text.ts'
import { parsePlainDate } from '../../src/core/plain-date.ts'
import { day, TODAY } from './support/region.ts'

const read = (text: string): DayRead => readDay(tidy(text), TODAY, 'ask')

test.each([
  ['12 March', '2026-03-12'],
  ['12 march 2025', '2025-03-12'],
  ['12th of March 2025', '2025-03-12'],
  ['12 Mar', '2026-03-12'],
  ['12-Mar-2025', '2025-03-12'],
  ["12 Mar '25", '2025-03-12'],
  ['12 Mar 25', '2025-03-12'],
  ['March 12', '2026-03-12'],
  ['March 12th, 2025', '2025-03-12'],
  ['March the 12th', '2026-03-12'],
  ['1st Sept', '2026-09-01'],
  ['1 sep 2026', '2026-09-01'],
  ['22 November', '2026-11-22'],
  ['2026-03-12', '2026-03-12'],
  ['2026/3/2', '2026-03-02'],
  ['12/3/2026', '2026-03-12'],
  ['12/03/26', '2026-03-12'],
  ['12.3.2026', '2026-03-12'],
  ['12-3-2026', '2026-03-12'],
  ['3/4', '2026-04-03'],
  ['03/04/2026', '2026-04-03'],
  ['29 February 2024', '2024-02-29'],
  ['on 12 March please', '2026-03-12'],
  ['12 March 2027', '2027-03-12'],
  ['today', '2026-11-22'],
  ['yesterday', '2026-11-21'],
  ['tomorrow', '2026-11-23'],
  ['Monday', '2026-11-16'],
  ['on Monday', '2026-11-16'],
  ['Sunday', '2026-11-22'],
  ['Sat', '2026-11-21'],
  ['last Tuesday', '2026-11-17'],
  ['on Friday', '2026-11-20'],
  ['next Tuesday', '2026-11-24'],
  ['3 days ago', '2026-11-19'],
  ['two weeks ago', '2026-11-08'],
  ['a fortnight ago', '2026-11-08'],
  ['a month ago', '2026-10-22'],
  ['1 year ago', '2025-11-22'],
])('%j is the day %s', (text, date) => {
  expect(read(text)).toMatchObject({ kind: 'day', date })
})

test.each([
  ['this week', '2026-11-16'],
  ['last week', '2026-11-09'],
  ['in the past week', '2026-11-15'],
  ['this month', '2026-11-01'],
  ['last month', '2026-10-01'],
  ['in the last 7 days', '2026-11-15'],
  ['over the past two months', '2026-09-22'],
  ['the last fortnight', '2026-11-08'],
  ['this year', '2026-01-01'],
])('%j is a span from %s', (text, from) => {
  expect(read(text)).toMatchObject({ kind: 'span', from })
})

test.each([
  ['31 February', 'no such day'],
  ['31/2/2026', 'no such day'],
  ['29 February 2025', 'no such day'],
  ['0 March', 'no such day'],
  ['32 March 2026', 'no such day'],
  ['3/25/2026', 'no month 25'],
  ['2026-13-01', 'no month 13'],
  ['12/13', 'no month 13'],
  ['12 December', 'Say *12 Dec 2025* or *12 Dec 2026*'],
  ['25/12', 'Which year?'],
  ['12 March 1966', 'cannot be meant'],
  ['March', 'Which day of March?'],
  ['in March 2025', '*12 March 2025*'],
  ['may 2025', 'Which day of May?'],
  ['9999 years ago', 'too long ago'],
])('%j is asked back', (text, sentence) => {
  const answer = read(text)
  expect(answer).toMatchObject({ kind: 'unclear' })
  expect(answer.kind === 'unclear' ? answer.sentence : '').toContain(sentence)
})

test.each(['', 'boys 2-5', 'under 5', 'over 6 months', 'waiting 12 months', 'aged 3 to 4', 'it may be', 'market', 'satisfied', 'a sunny place', 'monster'])(
  '%j names no day',
  (text) => {
    expect(read(text)).toEqual({ kind: 'none' })
  },
)

test('a day without a year is the last one, where the question looks back', () => {
  expect(readDay('12 december', TODAY, 'last')).toMatchObject({ kind: 'day', date: '2025-12-12' })
  expect(readDay('1 november', TODAY, 'last')).toMatchObject({ kind: 'day', date: '2026-11-01' })
  expect(readDay('29 february', TODAY, 'last')).toMatchObject({ kind: 'unclear' })
})

test('the day of the month comes first, whatever two numbers are written', () => {
  const two = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom('/', '.', '-'))
  fc.assert(
    fc.property(two, ([first, second, mark]) => {
      const answer = read(`${first}${mark}${second}${mark}2026`)
      const real = parsePlainDate(`2026-${String(second).padStart(2, '0')}-${String(first).padStart(2, '0')}`)
      if (real === undefined) expect(answer.kind).toBe('unclear')
      else expect(answer).toMatchObject({ kind: 'day', date: real })
    }),
  )
})

test('whatever is typed, a day that is read is a real one and its words stand in the text', () => {
  const parts = fc.constantFrom(
    '12',
    '31',
    'february',
    'march',
    '2026',
    '99',
    'last',
    'next',
    'monday',
    'ago',
    'weeks',
    '/',
    '-',
    '.',
    'yesterday',
    'th',
    'of',
    "'25",
    'nine',
    'x',
  )
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(parts, { maxLength: 7 }).map((words) => words.join(' ')),
    fc.array(parts, { maxLength: 7 }).map((words) => words.join('')),
  )
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('last' as const, 'ask' as const),
      fc.constantFrom(TODAY, day('2024-02-29'), day('2026-01-01')),
      (typed, withoutYear, today) => {
        const tidied = tidy(typed)
        const answer = readDay(tidied, today, withoutYear)
        if (answer.kind !== 'none') expect(tidied).toContain(answer.said)
        if (answer.kind === 'day') expect(parsePlainDate(answer.date)).toBe(answer.date)
        if (answer.kind === 'span') expect(answer.from <= today).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
