import fc from 'fast-check'
import { JOURNEY_DATES, STAGES } from '../../src/children/child-views.ts'
import { PHASES, attemptWords, journeyPhases, pauseWords } from '../../tab/pages/child/journey-phases.ts'
import { aSharedChild, anOwnChild } from './a-child.ts'

const stepsOf = (child: Parameters<typeof journeyPhases>[0]) => journeyPhases(child).flatMap(({ steps }) => steps)

test('every date of the journey stands in exactly one part', () => {
  expect(PHASES.flatMap(({ dates }) => dates).sort()).toEqual([...JOURNEY_DATES].sort())
})

test('every date that is recorded is drawn, once and as done', () => {
  const someDates = fc.uniqueArray(fc.constantFrom(...JOURNEY_DATES))
  fc.assert(
    fc.property(someDates, (names) => {
      const child = anOwnChild({ journey: Object.fromEntries(names.map((name, index) => [name, `2026-01-${String(index + 1).padStart(2, '0')}`])) })
      expect(stepsOf(child).filter(({ state }) => state === 'done')).toHaveLength(names.length)
    }),
  )
})

test('a child with an order and no match: what is done, what is missing, what is to come', () => {
  const child = anOwnChild({ journey: { enteredCare: '2025-03-01', admDecision: '2025-11-20', placementOrder: '2026-01-10', linkExploring: '2026-02-01' } })
  expect(journeyPhases(child).map(({ title, state }) => `${title}: ${state}`)).toEqual([
    'In care: done',
    'Decision and order: done',
    'Finding a family: now',
    'Match: to-come',
    'New family: to-come',
  ])
  expect(stepsOf(child).map(({ name, when, after }) => [name, when, after])).toEqual([
    ['Entered care', '1 Mar 2025', undefined],
    ['Agency decision maker (ADM) decided for adoption', '20 Nov 2025', '264 days later'],
    ['Placement order made', '10 Jan 2026', '51 days later'],
    ['Profile live', 'Not yet', undefined],
    ['Link being explored', '1 Feb 2026', '22 days later'],
    ['Linked with a family', 'Not yet', undefined],
    ['Matched with a family', 'Not yet', undefined],
    ['Introductions began', 'Not yet', undefined],
    ['Placed for adoption', 'Not yet', undefined],
    ['Adoption order made', 'Not yet', undefined],
  ])
})

test('with the order made and nothing begun since, finding a family is what is worked on', () => {
  const child = anOwnChild({ journey: { enteredCare: '2025-03-01', admDecision: '2025-11-20', placementOrder: '2026-01-10' } })
  expect(journeyPhases(child).map(({ state }) => state)).toEqual(['done', 'done', 'now', 'to-come', 'to-come'])
})

test('a step that a clock waits for says by when, or that it is late; a dated one does not', () => {
  const clock = { kind: 'local', from: '2025-11-20', doneOn: null, daysLeft: -9, pausedDays: 0, words: '', source: '' } as const
  const child = anOwnChild({
    journey: { enteredCare: '2025-03-01', admDecision: '2025-11-20', profileLive: '2025-12-01' },
    clocks: [
      { ...clock, name: 'profile-live', due: '2025-11-27', doneOn: '2025-12-01', state: 'done-late' },
      { ...clock, name: 'link', due: '2026-02-20', state: 'late' },
      { ...clock, name: 'match-panel', due: '2026-12-20', state: 'ahead' },
    ],
  })
  const said = stepsOf(child).map(({ name, state, when }) => `${name}: ${state}, ${when}`)
  expect(said).toContain('Link being explored: late, Late: was due 20 Feb 2026')
  expect(said).toContain('Matching panel: to-come, By 20 Dec 2026')
  expect(said).toContain('Profile live: done, 1 Dec 2025')
})

test('how long a step took counts from the step before it, not from the latest review or update', () => {
  const journey = {
    enteredCare: '2025-03-01',
    admDecision: '2025-11-20',
    profileLive: '2025-12-01',
    profileUpdated: '2026-05-01',
    lastReview: '2026-06-01',
    linked: '2026-06-09',
  }
  const after = new Map(stepsOf(anOwnChild({ journey })).map((step) => [step.name, step.after]))
  expect(after.get('Linked with a family')).toBe('190 days later')
  expect(after.get('Latest looked-after review')).toBeUndefined()
  expect(after.get('Profile last updated')).toBeUndefined()
})

test('while a pause is open, the part that is worked on is paused', () => {
  const pause = { kind: 'on-hold', reason: 'health', from: '2026-11-03', until: null } as const
  const journey = { enteredCare: '2025-03-01', admDecision: '2025-11-20', placementOrder: '2026-01-10' }
  expect(journeyPhases(anOwnChild({ journey, pauses: [pause] })).map(({ state }) => state)).toEqual(['done', 'done', 'paused', 'to-come', 'to-come'])
  expect(journeyPhases(anOwnChild({ journey, pauses: [{ ...pause, until: '2026-11-10' }] })).map(({ state }) => state)).toContain('now')
})

test('where the plan is further on, a date that the clocks need is named as missing', () => {
  const child = anOwnChild({ journey: { enteredCare: '2025-03-01', placementOrder: '2026-01-10', matched: '2026-05-01' } })
  expect(
    stepsOf(child)
      .filter(({ state }) => state === 'missing')
      .map(({ name }) => name),
  ).toEqual(['Agency decision maker (ADM) decided for adoption', 'Profile live'])
})

test('an ended plan says why, and nothing is to come', () => {
  const child = anOwnChild({ journey: { enteredCare: '2025-03-01', admDecision: '2025-11-20', planEnded: '2026-02-01' }, planEndedReason: 'RD2' })
  const phases = journeyPhases(child)
  expect(phases.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(phases.at(-1)?.steps[0]?.name).toBe('Plan for adoption ended: The court did not make a placement order')
})

test('a partner sees how far the plan is, and no date', () => {
  for (const stage of STAGES.slice(STAGES.indexOf('admDecision'))) {
    const steps = stepsOf(aSharedChild({ stage, daysFromAdm: 120, daysFromOrder: null }))
    expect(steps[0]).toEqual({ name: 'Agency decision maker (ADM) decided for adoption', state: 'done', when: '120 days ago', after: undefined })
    expect(steps.map(({ when }) => when).join(' ')).not.toMatch(/\d{4}/u)
  }
  expect(journeyPhases(aSharedChild({ stage: 'matched', daysFromAdm: 200, daysFromOrder: 90 })).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'now',
    'to-come',
    'to-come',
  ])
})

test('a pause is said with its days, open or over', () => {
  const pause = { kind: 'on-hold', reason: 'sibling assessment', from: '2026-11-03', until: null } as const
  expect(pauseWords(pause, '2026-11-22')).toBe('On hold since 3 Nov 2026, 19 days: sibling assessment')
  expect(pauseWords({ ...pause, kind: 'legal-challenge', until: '2026-11-04' }, '2026-11-22')).toBe(
    'Legal challenge from 3 Nov 2026 until 4 Nov 2026, 1 day: sibling assessment',
  )
})

test('an attempt that is over says how it ended', () => {
  const { title, steps } = attemptWords({ endedBy: 'disrupted', on: '2026-06-02', reason: null, dates: { placed: '2026-03-01', matched: '2026-01-15' } })
  expect(title).toBe('The placement disrupted on 2 Jun 2026')
  expect(steps.map(({ name, when }) => `${name} ${when}`)).toEqual(['Matched with a family 15 Jan 2026', 'Placed for adoption 1 Mar 2026'])
  expect(attemptWords({ endedBy: 'plan-ended', on: '2026-06-02', reason: 'RD3', dates: {} }).title).toBe(
    'The plan ended on 2 Jun 2026: Prospective adopters could not be found',
  )
})

test('an early permanence placement is no match: what comes before it stays to be done', () => {
  const phases = journeyPhases(
    anOwnChild({ journey: { admDecision: '2026-01-05', placementOrder: '2026-03-02', profileLive: '2026-03-09', earlyPermanence: '2025-11-03' } }),
  )
  const state = (title: string) => phases.find((phase) => phase.title === title)?.state
  expect([state('Decision and order'), state('Finding a family'), state('Match'), state('New family')]).toEqual(['done', 'now', 'to-come', 'now'])
})
