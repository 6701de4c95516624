import { daysWords, effectWords, sinceWords } from '../../tab/pages/administration/settings/setting-words.ts'

const held = { value: 7, words: '7 working days', source: 'Adoption procedures', isConfirmed: true }

test('since when a value holds, until when, and who gave it', () => {
  expect(sinceWords({ ...held, from: null, until: null, origin: 'built-in' })).toBe('Came with the app')
  expect(sinceWords({ ...held, from: '2015-04-01', until: null, origin: 'built-in' })).toBe('Since 1 Apr 2015, came with the app')
  expect(sinceWords({ ...held, from: '2026-04-01', until: '2027-03-31', origin: 'agency' })).toBe('Since 1 Apr 2026, until 31 Mar 2027, set by your agency')
  expect(sinceWords({ ...held, value: null, from: null, until: null, origin: 'built-in' })).toBe('Not set')
})

test('days and effects in words', () => {
  expect(daysWords({ from: null, until: null })).toBe('always')
  expect(daysWords({ from: '2026-04-01', until: '2026-04-30' })).toBe('from 1 Apr 2026 to 30 Apr 2026')
  expect(effectWords({ from: '2026-11-22', until: null, was: '7 working days', becomes: '10 working days' })).toBe(
    'From 22 Nov 2026: 10 working days instead of 7 working days.',
  )
})
