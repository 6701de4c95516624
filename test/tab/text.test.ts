import { ETHNICITY_CODES } from '../../src/children/ethnicity.ts'
import { plainMarkdown } from '../../tab/pages/post/plain-markdown.ts'
import { ageWords, harderWords, routeWords, siblingWords, whoWords } from '../../tab/text/child.ts'
import { dateWithDistance, dateWords, daysApart, distanceWords, instantWords, londonDate, londonTime, weekdayOf } from '../../tab/text/dates.ts'
import { changeWords } from '../../tab/text/changes.ts'
import { ETHNICITY_WORDS } from '../../tab/text/ethnicities.ts'
import { meetingSentence, rhythmWords } from '../../tab/text/meetings.ts'
import { children, days, list } from '../../tab/text/numbers.ts'
import { postSentence, readerWords } from '../../tab/text/posts.ts'

test('a plain date is a plain date, wherever one looks', () => {
  expect(dateWords('2026-03-12')).toBe('12 Mar 2026')
  expect(dateWords('2026-09-01')).toBe('1 Sep 2026')
  expect(weekdayOf('2026-11-24')).toBe('Tuesday')
})

test('an instant is said in London time, on both sides of the clock change', () => {
  expect(londonTime(new Date('2026-10-24T09:00:00Z'))).toBe('10:00')
  expect(londonTime(new Date('2026-10-25T10:00:00Z'))).toBe('10:00')
  expect(londonDate(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  expect(instantWords('2026-11-22T10:42:00Z')).toBe('22 Nov 2026, 10:42')
})

test('a near date also says how far away it is', () => {
  const today = '2026-11-22'
  expect(['2026-11-22', '2026-11-23', '2026-11-21', '2026-11-19', '2026-12-04', '2027-03-01'].map((on) => distanceWords(on, today))).toEqual([
    'today',
    'tomorrow',
    'yesterday',
    '3 days ago',
    'in 12 days',
    undefined,
  ])
  expect(dateWithDistance('2026-11-19', today)).toBe('19 Nov 2026 (3 days ago)')
  expect(dateWithDistance('2024-02-29', today)).toBe('29 Feb 2024')
  expect(daysApart('2026-03-28', '2026-03-30')).toBe(2)
})

test('numbers come with their word, in its right form', () => {
  expect([days(0), days(1), days(1805), children(1), children(27)]).toEqual(['0 days', '1 day', '1,805 days', '1 child', '27 children'])
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c'])
})

test('a child is said in a few plain words', () => {
  const brother = { sex: 'male', ageYears: 1, siblings: 2, siblingPlan: 'together' } as const
  expect(whoWords(brother)).toBe('Boy, 1 year')
  expect(whoWords({ sex: null, ageYears: null, expectedBirth: '2027-03' })).toBe('Unborn, due Mar 2027')
  expect(siblingWords(brother)).toBe('2 siblings, to be placed together')
  expect(whoWords({ sex: null, ageYears: null })).toBe('Child, age not recorded')
  expect(siblingWords({ siblings: 0, siblingPlan: null })).toBe('No siblings in the plan')
  expect([ageWords(0), ageWords(4)]).toEqual(['under 1', '4 years'])
  expect(harderWords(['sibling group', 'aged 5 or over'])).toBe('Sibling group and aged 5 or over')
  expect(harderWords([])).toBe('No harder-to-place reason')
  expect([routeWords([]), routeWords(['Link Maker'])]).toEqual(['None tried yet', '1 of 8 tried'])
})

test('a series and its booking are said as sentences', () => {
  expect(rhythmWords({ weekday: 'tuesday', startsAt: '10:00', everyWeeks: 2, minutes: 60 })).toBe('Every 2 weeks on Tuesday at 10:00, for 60 minutes')
  expect(meetingSentence({ state: 'to-be-retried', problem: null })).toContain('Nothing is lost')
  expect(meetingSentence({ state: 'refused', problem: 'The mailbox does not exist.' })).toBe('The mailbox does not exist.')
})

test('a post and its readers are said as sentences', () => {
  const post = {
    conversation: '#regional',
    sentAt: '2026-11-22T10:42:03Z',
    updatedAt: null,
    reason: null,
    withdrawal: null,
  } as const
  expect(postSentence({ ...post, state: 'sent' })).toBe('Posted to #regional, 22 Nov 2026, 10:42.')
  expect(postSentence({ ...post, state: 'to-be-sent', sentAt: null })).toBe('Saved; on its way to #regional.')
  expect(postSentence({ ...post, state: 'refused', reason: 'A guest can read it.' })).toBe('Not posted to #regional. A guest can read it.')
  const withdrawal = { by: 'Sam Okafor, Leicester City Council', because: 'mistake', how: 'replace', at: '2026-11-22T11:00:00Z' } as const
  expect(postSentence({ ...post, state: 'withdrawn', withdrawal })).toBe('Taken back from #regional by Sam Okafor, Leicester City Council, 22 Nov 2026, 11:00.')
  expect(postSentence({ ...post, state: 'withdrawn', withdrawal: { ...withdrawal, by: null } })).toBe('The card in #regional says that the search has ended.')
  expect(postSentence({ ...post, state: 'deleted', reason: 'The message is no longer in the conversation.' })).toBe(
    'Not in #regional any more. The message is no longer in the conversation.',
  )
  expect(readerWords({ agency: 'Leicester City Council', people: 12, guests: 1 })).toBe('Leicester City Council: 12 people, 1 of them a guest')
})

test('text on a card cannot become markup', () => {
  expect(plainMarkdown('**Two** <img src=x onerror=alert(1)> & _more_')).toBe('<strong>Two</strong> &lt;img src=x onerror=alert(1)&gt; &amp; <em>more</em>')
  expect(plainMarkdown('file_name_here and 2*3*4')).toBe('file_name_here and 2*3*4')
})

test('the choice of ethnicity has every group of the register, in the register’s words', () => {
  expect(ETHNICITY_WORDS).toEqual(Object.fromEntries(Object.entries(ETHNICITY_CODES).map(([code, { words }]) => [code, words])))
})

test('a change is said by what changed, and a name from a newer service as it is', () => {
  expect(changeWords(['placementOrder', 'needs'])).toBe('“Placement order made” and needs')
  expect(changeWords(['nextStep', 'somethingNew'])).toBe('Next step and somethingNew')
})
