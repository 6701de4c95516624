import { clockSentence, marksWords, orderWords, pausedWords, thresholdSentence } from '../../tab/text/clocks.ts'

const TODAY = '2026-11-22'
const due = { due: '2026-12-01', doneOn: null, daysLeft: 9 } as const

test('a clock says by when, how late, or when it was done', () => {
  expect(clockSentence({ ...due, state: 'ahead' }, TODAY)).toBe('By 1 Dec 2026 (in 9 days)')
  expect(clockSentence({ ...due, state: 'close' }, TODAY)).toBe('Due soon: by 1 Dec 2026 (in 9 days)')
  expect(clockSentence({ due: '2026-11-10', doneOn: null, daysLeft: -12, state: 'late' }, TODAY)).toBe('Late by 12 days: was due 10 Nov 2026')
  expect(clockSentence({ due: '2026-11-10', doneOn: '2026-11-10', daysLeft: null, state: 'done' }, TODAY)).toBe('Done 10 Nov 2026, in time')
  expect(clockSentence({ due: '2026-11-10', doneOn: '2026-11-11', daysLeft: null, state: 'done-late' }, TODAY)).toBe('Done 11 Nov 2026, 1 day late')
})

test('a wait is said against each number by itself', () => {
  const national = { words: 'National threshold: from placement order to match', limit: 121 }
  expect(thresholdSentence({ ...national, days: 161, over: true })).toBe('National threshold, 121 days: over by 40 days')
  expect(thresholdSentence({ ...national, days: 120, over: false })).toBe('National threshold, 121 days: 1 day left')
  expect(thresholdSentence({ ...national, days: 121, over: false })).toBe('National threshold, 121 days: reached today')
})

test('paused days are said beside, and only where there were any', () => {
  expect(pausedWords(0)).toBeUndefined()
  expect(pausedWords(19)).toBe('19 days of it paused, not taken off')
})

const LIMITS = [
  { words: 'National threshold: from placement order to match', limit: 121 },
  { words: 'England average: from placement order to match', limit: 198 },
]

test.each([
  [
    100,
    '100 days from the order',
    /^100 days from the placement order\. National threshold, 121 days: 21 days left\. England average, 198 days: 98 days left$/u,
  ],
  [121, '121 days from the order', /National threshold, 121 days: reached today/u],
  [122, '122 days from the order: over 121', /National threshold, 121 days: over by 1 day\. England average, 198 days: 76 days left/u],
  [250, '250 days from the order: over 121 and 198', /over by 129 days.*over by 52 days/u],
])('%i days from the order say in words which limits are passed', (fromOrder, short, full) => {
  const words = orderWords(fromOrder, LIMITS)
  expect(words.short).toBe(short)
  expect(words.full).toMatch(full)
})

test('where no limit holds, the days are said alone', () => {
  expect(orderWords(1, [])).toEqual({ short: '1 day from the order', full: '1 day from the placement order' })
  expect(marksWords([])).not.toContain('mark')
  expect(marksWords(LIMITS)).toContain('their marks are: National threshold, 121 days; England average, 198 days.')
})
