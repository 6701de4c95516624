import fc from 'fast-check'
import {
  JOURNEY_DATES,
  PLAN_ENDED_REASONS,
  RECORDED_DATES,
  ROUTE_DATES,
  type Journey,
  type JourneyDate,
  type RecordedDate,
} from '../../src/children/child-views.ts'
import { NOTHING_KNOWN } from '../../src/children/child.ts'
import { born, decideAgain, disrupt, takeBack, withDate, type OnJourney } from '../../src/children/journey/journey-edits.ts'
import { journeyFactsOf } from '../../src/children/journey/journey-edits.ts'
import { journeyWarnings } from '../../src/children/journey/journey-warnings.ts'
import { isOrderNotPlaced, isWaiting, NO_DATES, stageOf, standingOf } from '../../src/children/journey/journey.ts'
import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import type { Result } from '../../src/core/result.ts'
import { date, TODAY } from './a-child.ts'

const child = (dates: Partial<Journey> = {}, more: Partial<OnJourney> = {}): OnJourney => ({ ...NOTHING_KNOWN, journey: { ...NO_DATES, ...dates }, ...more })
const BORN = date('2024-05-01')
const UNTIL_PLACED = {
  enteredCare: date('2024-06-01'),
  admDecision: date('2024-12-01'),
  placementOrder: date('2025-02-01'),
  linked: date('2025-06-01'),
  matched: date('2025-07-01'),
  introductions: date('2025-07-10'),
  placed: date('2025-08-01'),
}
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const sentence = (result: Result<unknown>): string =>
  result.ok || result.refusal.kind !== 'invalid' ? 'no refusal' : (Object.values(result.refusal.fields)[0] ?? '')

type Edit =
  | { readonly kind: 'date'; readonly date: RecordedDate; readonly on: PlainDate | null; readonly reason: (typeof PLAN_ENDED_REASONS)[number] }
  | { readonly kind: 'disrupt' | 'decide-again' | 'born'; readonly on: PlainDate }

interface State {
  readonly child: OnJourney
  readonly born: PlainDate | null
}

const apply = (state: State, edit: Edit): State => {
  const { child: one, born: birth } = state
  const reason = edit.kind === 'date' && edit.date === 'planEnded' && edit.on !== null ? edit.reason : undefined
  const result =
    edit.kind === 'date'
      ? withDate(one, { date: edit.date, on: edit.on, reason }, birth, TODAY)
      : edit.kind === 'disrupt'
        ? disrupt(one, edit.on, birth, TODAY)
        : edit.kind === 'decide-again'
          ? decideAgain(one, edit.on, birth, TODAY)
          : birth === null
            ? born(one, edit.on, TODAY)
            : undefined
  if (!result?.ok) return state
  return { child: result.value, born: edit.kind === 'born' ? edit.on : birth }
}

/** Written by hand from the sources of the rules, and not with the rules' own code. */
const forbidden = ({ child: { journey: j, planEndedReason, attempts, routes, legalAdviceOn, expectedBirth }, born: birth }: State): string | undefined => {
  const before = (a: PlainDate | null, b: PlainDate | null): boolean => a !== null && b !== null && a < b
  const lastEnded = attempts.filter(({ endedBy }) => endedBy === 'plan-ended').at(-1)
  const lastDisrupted = attempts.filter(({ endedBy }) => endedBy === 'disrupted').at(-1)
  const carried = lastEnded !== undefined && j.placementOrder !== null && attempts.some(({ dates }) => dates.placementOrder === j.placementOrder)
  const wrong: readonly (readonly [string, boolean])[] = [
    ['a date ahead', JOURNEY_DATES.some((name) => name !== 'matchPanel' && (j[name] ?? TODAY) > TODAY)],
    ['order before care', before(j.placementOrder, j.enteredCare)],
    ['decision before care', before(j.admDecision, j.enteredCare)],
    ['order before decision', before(j.placementOrder, j.admDecision) && !carried],
    ['match before decision', before(j.matched, j.admDecision)],
    ['placed before match', before(j.placed, j.matched)],
    ['adopted before placed', before(j.adoptionOrder, j.placed)],
    ['ended before decision', before(j.planEnded, j.admDecision)],
    ['rule 553', j.placementOrder !== null && j.admDecision === null],
    ['s18 s19 s21', j.placed !== null && j.placementOrder === null && j.parentalConsent === null],
    [
      'placed before authority',
      j.placed !== null && !(j.placementOrder !== null && j.placementOrder <= j.placed) && !(j.parentalConsent !== null && j.parentalConsent <= j.placed),
    ],
    [
      'placed under a revoked order',
      j.placed !== null && j.revoked !== null && j.revoked <= j.placed && !(j.parentalConsent !== null && j.parentalConsent <= j.placed),
    ],
    ['matched or placed without a decision', (j.matched !== null || j.placed !== null) && j.admDecision === null],
    ['adopted without a placement', j.adoptionOrder !== null && j.placed === null],
    ['a revoked order that came back', carried && lastEnded.dates.revoked !== undefined && j.admDecision !== null && j.placementOrder < j.admDecision],
    ['rule 558', j.adoptionOrder !== null && j.planEnded !== null],
    ['rule 119', (j.planEnded === null) !== (planEndedReason === null)],
    ['rule 561', lastEnded !== undefined && j.admDecision !== null && j.admDecision <= lastEnded.on],
    ['revoked without order', j.revoked !== null && j.placementOrder === null],
    ['profile too early', j.profileLive !== null && legalAdviceOn === null && (j.admDecision === null || j.profileLive < j.admDecision)],
    ['placed before the disruption', lastDisrupted !== undefined && (before(j.placed, lastDisrupted.on) || before(j.matched, lastDisrupted.on))],
    ['placed after the plan ended', before(j.planEnded, j.placed) || before(j.planEnded, j.matched) || before(j.planEnded, j.introductions)],
    [
      'a route before the decision, before birth or ahead',
      ROUTE_DATES.some((route) => {
        const on = routes[route] ?? null
        return on !== null && (on > TODAY || before(on, birth) || (legalAdviceOn === null && (j.admDecision === null || on < j.admDecision)))
      }),
    ],
    ['care before birth', before(j.enteredCare, birth)],
    ['decision before birth', before(j.admDecision, birth)],
    [
      'unborn in care',
      birth === null && expectedBirth !== null && (j.enteredCare ?? j.placementOrder ?? j.placed ?? j.linked ?? j.lastReview ?? j.profileLive) !== null,
    ],
  ]
  return wrong.find(([, is]) => is)?.[0]
}

const starts: readonly State[] = [
  { child: child({}, { expectedBirth: '2027-01' }), born: null },
  { child: child(), born: addDays(TODAY, -700) },
  { child: child(UNTIL_PLACED), born: BORN },
  { child: child({ ...UNTIL_PLACED, matched: null, placed: null, introductions: null }), born: BORN },
]
const days = fc.integer({ min: -2, max: 70 }).map((steps) => addDays(TODAY, -steps * 10))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('date' as const),
      date: fc.constantFrom(...RECORDED_DATES),
      on: days,
      reason: fc.constantFrom(...PLAN_ENDED_REASONS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('date' as const),
      date: fc.constantFrom(...JOURNEY_DATES),
      on: fc.constant(null),
      reason: fc.constant('RD1' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('disrupt' as const, 'decide-again' as const, 'born' as const), on: days }) },
)

test('no order of edits reaches a state that the rules forbid, and no attempt that was kept is lost', () => {
  let placed = 0
  let kept = 0
  fc.assert(
    fc.property(fc.array(edit, { minLength: 10, maxLength: 60 }), fc.constantFrom(...starts), (edits, start) => {
      let state = start
      for (const one of edits) {
        const next = apply(state, one)
        expect(next.child.attempts.slice(0, state.child.attempts.length)).toEqual(state.child.attempts)
        state = next
        expect(forbidden(state)).toBeUndefined()
        const { journey } = state.child
        if (isWaiting(journey)) expect(journey.matched ?? journey.placed ?? journey.adoptionOrder ?? journey.planEnded).toBeNull()
        if (isOrderNotPlaced(journey)) expect(journey.placementOrder).not.toBeNull()
        if (journey.placed !== null) placed += 1
      }
      kept += state.child.attempts.length
    }),
    { numRuns: 2_000, seed: 20_261_122 },
  )
  // the walk reaches the far states, or it proves nothing
  expect(placed).toBeGreaterThan(1_000)
  expect(kept).toBeGreaterThan(100)
})

test('a disruption keeps the placement as an attempt, and the child waits again under the same decision and order', () => {
  const after = value(disrupt(child(UNTIL_PLACED), date('2025-11-01'), BORN, TODAY))
  expect(after.journey).toMatchObject({
    admDecision: '2024-12-01',
    placementOrder: '2025-02-01',
    linked: null,
    matched: null,
    introductions: null,
    placed: null,
  })
  expect(after.attempts).toEqual([
    {
      endedBy: 'disrupted',
      on: '2025-11-01',
      reason: null,
      dates: { linked: '2025-06-01', matched: '2025-07-01', introductions: '2025-07-10', placed: '2025-08-01' },
    },
  ])
  expect(isWaiting(after.journey)).toBe(true)
  expect(stageOf(after.journey)).toBe('placementOrder')
  expect(sentence(withDate(after, { date: 'matched', on: date('2025-10-31') }, BORN, TODAY))).toBe(
    'The match is before the disruption of the placement that came earlier.',
  )
  expect(value(withDate(after, { date: 'matched', on: date('2026-03-01') }, BORN, TODAY)).journey.matched).toBe('2026-03-01')
})

test('a route has its own day: not before the decision without legal advice, and it goes with the attempt that is over', () => {
  const waits = child({ admDecision: date('2024-12-01'), placementOrder: date('2025-02-01') })
  const route = (one: OnJourney, on: PlainDate | null) => withDate(one, { date: 'Exchange event', on }, BORN, TODAY)
  expect(sentence(route(waits, date('2024-11-30')))).toBe(
    "The search at an Exchange event before the agency decision maker's decision needs legal advice: record the day of the advice first.",
  )
  expect(sentence(route(waits, addDays(TODAY, 1)))).toBe('The search at an Exchange event lies in the future.')
  expect(sentence(route(waits, null))).toBe('There is no search at an Exchange event to take away.')
  expect(value(route({ ...waits, legalAdviceOn: date('2024-11-01') }, date('2024-11-30'))).routes).toEqual({ 'Exchange event': '2024-11-30' })
  const tried = value(route(waits, date('2025-03-01')))
  expect(tried.routes).toEqual({ 'Exchange event': '2025-03-01' })
  expect(value(route(tried, null)).routes).toEqual({})
  const ended = value(withDate(tried, { date: 'planEnded', on: date('2025-09-01'), reason: 'RD3' }, BORN, TODAY))
  const again = value(decideAgain(ended, date('2026-01-10'), BORN, TODAY))
  expect(again.routes).toEqual({})
  expect(again.attempts[0]?.dates['Exchange event']).toBe('2025-03-01')
  expect(value(takeBack(again, BORN, TODAY)).routes).toEqual({ 'Exchange event': '2025-03-01' })
})

test.each([
  ['not placed', { admDecision: date('2025-01-01') }, date('2025-11-01')],
  ['adopted', { ...UNTIL_PLACED, adoptionOrder: date('2026-01-01') }, date('2026-02-01')],
  ['before the placement', UNTIL_PLACED, date('2025-07-31')],
  ['ahead', UNTIL_PLACED, addDays(TODAY, 1)],
])('no disruption: %s', (_why, dates, on) => {
  expect(disrupt(child(dates), on, BORN, TODAY).ok).toBe(false)
})

const ENDED = {
  enteredCare: date('2024-06-01'),
  packA: date('2024-07-01'),
  admDecision: date('2024-12-01'),
  placementOrder: date('2025-02-01'),
  planEnded: date('2025-09-01'),
}

test('after a plan that ended, a new decision begins a new attempt; an order that nobody revoked goes along, a revoked one does not', () => {
  const ended = child(ENDED, { planEndedReason: 'RD3' })
  const again = value(decideAgain(ended, date('2026-01-10'), BORN, TODAY))
  expect(again.journey).toEqual({ ...NO_DATES, enteredCare: '2024-06-01', admDecision: '2026-01-10', placementOrder: '2025-02-01' })
  expect(again.planEndedReason).toBeNull()
  expect(again.attempts).toEqual([
    {
      endedBy: 'plan-ended',
      on: '2025-09-01',
      reason: 'RD3',
      dates: { packA: '2024-07-01', admDecision: '2024-12-01', placementOrder: '2025-02-01', planEnded: '2025-09-01' },
    },
  ])
  expect(isWaiting(again.journey)).toBe(true)
  const revoked = child({ ...ENDED, revocationApplied: date('2025-09-10'), revoked: date('2025-10-10') }, { planEndedReason: 'RD1' })
  expect(value(decideAgain(revoked, date('2026-01-10'), BORN, TODAY)).journey).toMatchObject({ placementOrder: null, revoked: null, admDecision: '2026-01-10' })
})

test.each([
  ['on the day the plan ended (rule 561)', child(ENDED, { planEndedReason: 'RD3' }), date('2025-09-01')],
  ['before it', child(ENDED, { planEndedReason: 'RD3' }), date('2025-08-01')],
  ['ahead', child(ENDED, { planEndedReason: 'RD3' }), addDays(TODAY, 1)],
  ['while the plan is open', child({ admDecision: date('2025-01-01') }), date('2026-01-01')],
])('no new decision %s', (_why, one, on) => {
  expect(decideAgain(one, on, BORN, TODAY).ok).toBe(false)
})

test.each<[string, Partial<Journey>, JourneyDate, string | null, string]>([
  [
    'placed without order or consent',
    { admDecision: date('2025-01-01') },
    'placed',
    '2025-06-01',
    "there is neither a placement order nor the parents' consent (s19)",
  ],
  ['the order of a placed child taken away', UNTIL_PLACED, 'placementOrder', null, 'neither a placement order'],
  [
    'a decision after the adoption order',
    { enteredCare: date('2024-06-01'), placed: null, adoptionOrder: date('2025-06-01') },
    'admDecision',
    '2025-07-01',
    'had left care',
  ],
  ['a profile before the decision', {}, 'profileLive', '2026-01-01', 'needs legal advice'],
  ['revoked without an order', { admDecision: date('2025-01-01') }, 'revoked', '2025-06-01', 'no placement order that could be revoked'],
  ['revoked before it was granted', ENDED, 'revoked', '2025-01-15', 'is before the placement order'],
  ['a link before birth', UNTIL_PLACED, 'linkExploring', '2024-04-30', 'is before the date of birth'],
  ['tomorrow', {}, 'packA', addDays(TODAY, 1), 'lies in the future'],
  ['taking away what is not there', {}, 'packA', null, 'There is no Pack A request to take away'],
])('refused with a sentence: %s', (_what, dates, name, on, words) => {
  expect(sentence(withDate(child(dates), { date: name, on: on as PlainDate | null }, name === 'linkExploring' ? BORN : null, TODAY))).toContain(words)
})

test('consent under s19 stands beside the placement order', () => {
  const consented = child({
    enteredCare: date('2025-01-01'),
    admDecision: date('2025-03-01'),
    parentalConsent: date('2025-02-20'),
    matched: date('2025-05-01'),
  })
  expect(withDate(consented, { date: 'placed', on: date('2025-06-01') }, BORN, TODAY).ok).toBe(true)
  expect(
    sentence(withDate({ ...consented, journey: { ...consented.journey, placed: date('2025-06-01') } }, { date: 'parentalConsent', on: null }, BORN, TODAY)),
  ).toContain('s19')
})

test('one fault that is there hides no other', () => {
  const faulty = child({ ...UNTIL_PLACED, placed: null, introductions: null, linkExploring: date('2023-01-01') })
  expect(sentence(withDate(faulty, { date: 'placed', on: date('2025-06-30') }, BORN, TODAY))).toContain('is before the match')
  expect(withDate(faulty, { date: 'placed', on: date('2025-08-01') }, BORN, TODAY).ok).toBe(true)
})

test.each<[string, Partial<Journey>, JourneyDate, string | null, string]>([
  [
    'placed before the order',
    { ...UNTIL_PLACED, placed: null, introductions: null, matched: null },
    'placed',
    '2025-01-15',
    'neither a placement order in force',
  ],
  [
    'placed after the order was revoked',
    { ...UNTIL_PLACED, placed: null, introductions: null, matched: null, revoked: date('2025-07-01') },
    'placed',
    '2025-07-01',
    'neither a placement order in force',
  ],
  ['matched without a decision', {}, 'matched', '2025-07-01', "no agency decision maker's decision"],
  [
    'the decision of a matched child taken away',
    { admDecision: date('2025-01-01'), matched: date('2025-07-01') },
    'admDecision',
    null,
    "no agency decision maker's decision",
  ],
  ['adopted without a placement', {}, 'adoptionOrder', '2025-07-01', 'no placement for adoption'],
])('no placement without authority and decision: %s', (_what, dates, name, on, words) => {
  expect(sentence(withDate(child(dates), { date: name, on: on as PlainDate | null }, BORN, TODAY))).toContain(words)
})

test('a revoked order is not in force: not in its stock, not its stage, and it does not come back after a new decision', () => {
  const revoked = child({ ...ENDED, revoked: date('2025-10-10') }, { planEndedReason: 'RD1' })
  expect(isOrderNotPlaced({ ...revoked.journey, planEnded: null })).toBe(false)
  expect(stageOf({ ...revoked.journey, planEnded: null })).toBe('admDecision')
  const again = value(decideAgain(revoked, date('2026-01-10'), BORN, TODAY))
  expect(sentence(withDate(again, { date: 'placementOrder', on: date('2025-02-01') }, BORN, TODAY))).toContain("is before the agency decision maker's decision")
  expect(withDate(again, { date: 'placementOrder', on: date('2026-02-01') }, BORN, TODAY).ok).toBe(true)
})

test('a disruption by mistake is taken back, date for date; not once something was recorded since', () => {
  const placed = child(UNTIL_PLACED)
  const disrupted = value(disrupt(placed, date('2025-11-01'), BORN, TODAY))
  expect(value(takeBack(disrupted, BORN, TODAY))).toEqual(placed)
  const since = value(withDate(disrupted, { date: 'linkExploring', on: date('2026-01-01') }, BORN, TODAY))
  expect(sentence(takeBack(since, BORN, TODAY))).toContain('recorded since')
  expect(takeBack(placed, BORN, TODAY).ok).toBe(false)
})

test.each([{}, { revoked: date('2025-10-10') }])('a new decision by mistake is taken back, with the end of the plan and its reason: %o', (more) => {
  const ended = child({ ...ENDED, ...more }, { planEndedReason: 'RD3' })
  const again = value(decideAgain(ended, date('2026-01-10'), BORN, TODAY))
  expect(value(takeBack(again, BORN, TODAY))).toEqual(ended)
  const since = value(withDate(again, { date: 'cprRequested', on: date('2026-01-01') }, BORN, TODAY))
  expect(takeBack(since, BORN, TODAY).ok).toBe(false)
})

test('what an unborn child may have is never in the way of the birth', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...JOURNEY_DATES), { minLength: 1 }), (dates) => {
      const unborn = dates.reduce(
        (one, name) => {
          const next = withDate(one, { date: name, on: addDays(TODAY, -30) }, null, TODAY)
          return next.ok ? next.value : one
        },
        child({}, { expectedBirth: '2026-11', legalAdviceOn: addDays(TODAY, -60) }),
      )
      expect(born(unborn, addDays(TODAY, -1), TODAY).ok).toBe(true)
    }),
  )
})

test('with legal advice a profile may be live before the decision, and a booked panel may lie ahead', () => {
  expect(withDate(child({}, { legalAdviceOn: date('2026-01-01') }), { date: 'profileLive', on: date('2026-01-10') }, null, TODAY).ok).toBe(true)
  expect(withDate(child(), { date: 'matchPanel', on: addDays(TODAY, 20) }, null, TODAY).ok).toBe(true)
})

test('before birth there is no care, order or placement; Pack A, parallel plan and report there may be', () => {
  const unborn = child({}, { expectedBirth: '2027-01' })
  for (const name of ['packA', 'parallelPlan', 'cprRequested'] as const) expect(withDate(unborn, { date: name, on: TODAY }, null, TODAY).ok).toBe(true)
  for (const name of ['enteredCare', 'earlyPermanence', 'placed'] as const)
    expect(sentence(withDate(unborn, { date: name, on: TODAY }, null, TODAY))).toMatch(/not born yet|neither/u)
})

test('a fault that an import left stands in the way of no other date, and can be put right', () => {
  const faulty = child({ placementOrder: date('2025-05-01') })
  expect(withDate(faulty, { date: 'packA', on: date('2025-01-01') }, null, TODAY).ok).toBe(true)
  expect(withDate(faulty, { date: 'placementOrder', on: date('2025-05-02') }, null, TODAY).ok).toBe(false)
  expect(withDate(faulty, { date: 'admDecision', on: date('2025-04-01') }, null, TODAY).ok).toBe(true)
})

const NOTHING_BESIDE = { expectedBirth: null, hasReason: false, legalStatus: null, siblingPlan: null, siblingJourneys: [] }
const warningsOf = (one: OnJourney, more: Partial<Parameters<typeof journeyWarnings>[0]> = {}): readonly string[] =>
  journeyWarnings(
    { ...journeyFactsOf(one, BORN), ...NOTHING_BESIDE, expectedBirth: one.expectedBirth, hasReason: one.planEndedReason !== null, ...more },
    TODAY,
  )

test.each<[string, Partial<Journey>, Partial<OnJourney>, string]>([
  ['a match before the order', { admDecision: date('2025-01-01'), matched: date('2025-02-01'), placementOrder: date('2025-03-01') }, {}, 'counts as 0 days'],
  ['preparation out of order', { parallelPlan: date('2025-03-01'), cprRequested: date('2025-02-01') }, {}, 'is dated before the parallel plan'],
  ['an ended plan whose order is in force', ENDED, { planEndedReason: 'RD1' }, 'still in force'],
  ['an order revoked under an open plan', { ...ENDED, planEnded: null, revoked: date('2025-10-01') }, {}, 'still open'],
  ['an end without a reason', { admDecision: date('2025-01-01'), planEnded: date('2025-02-01') }, {}, 'no reason is recorded'],
  ['introductions after the placement', { ...UNTIL_PLACED, introductions: date('2025-08-02') }, {}, 'start of introductions is dated after the placement'],
  [
    'early permanence after the placement',
    { ...UNTIL_PLACED, earlyPermanence: date('2025-08-02') },
    {},
    'early permanence placement is dated after the placement',
  ],
  [
    'early permanence after the adoption order',
    { ...UNTIL_PLACED, earlyPermanence: date('2026-08-02'), adoptionOrder: date('2026-08-01') },
    {},
    'early permanence placement is dated after the adoption order',
  ],
  ['a link explored after it was agreed', { ...UNTIL_PLACED, linkExploring: date('2025-06-02') }, {}, 'exploring a link is dated after the link agreed'],
  ['a link agreed after the match', { ...UNTIL_PLACED, linked: date('2025-07-02') }, {}, 'link agreed is dated after the match'],
  ['a link explored after the match', { ...UNTIL_PLACED, linkExploring: date('2025-07-02') }, {}, 'exploring a link is dated after the match'],
  ['a placement without a match', { ...UNTIL_PLACED, matched: null }, {}, 'no match is recorded'],
  ['an end without a decision (rule 563)', { planEnded: date('2025-02-01') }, { planEndedReason: 'RD4' }, 'no decision that the child should be placed'],
  [
    'an attempt with a day after its disruption',
    {},
    { attempts: [{ endedBy: 'disrupted', on: date('2025-09-01'), reason: null, dates: { placed: date('2025-09-02') } }] },
    'placement for adoption of an earlier attempt is dated after its disruption',
  ],
  ['a panel that passed', { matchPanel: date('2026-01-01') }, {}, 'has passed'],
])('a warning stops nobody: %s', (_what, dates, more, words) => {
  const one = child(dates, more)
  expect(warningsOf(one).join(' ')).toContain(words)
})

test('a usual journey has no warning at all', () => {
  expect(
    warningsOf(child({ ...UNTIL_PLACED, linkExploring: date('2025-05-01'), earlyPermanence: date('2025-01-10'), adoptionOrder: date('2026-08-01') })),
  ).toEqual([])
})

test('a legal status of E1 asks for the placement order', () => {
  const says = (dates: Partial<Journey>) => warningsOf(child(dates), { legalStatus: 'E1' }).filter((text) => text.includes('(E1)')).length
  expect([says({}), says(ENDED)]).toEqual([1, 0])
})

test('brothers and sisters who are to be placed together and are not all matched are worth a look, from either page', () => {
  const waits: Journey = { ...NO_DATES, admDecision: date('2024-12-01') }
  const matched: Journey = { ...waits, matched: date('2025-07-01') }
  const says = (one: Journey, other: Journey, siblingPlan: 'together' | 'apart') =>
    warningsOf(child(one), { siblingPlan, siblingJourneys: [other] }).filter((text) => text.includes('brothers and sisters')).length
  expect([says(waits, matched, 'together'), says(matched, waits, 'together')]).toEqual([1, 1])
  expect([says(waits, waits, 'together'), says(matched, matched, 'together'), says(waits, matched, 'apart')]).toEqual([0, 0, 0])
})

test('an unborn child whose month has passed is worth a look, in the month itself not yet', () => {
  const warnings = (expectedBirth: string) =>
    journeyWarnings({ ...journeyFactsOf(child({}, { expectedBirth }), null), ...NOTHING_BESIDE, expectedBirth }, TODAY).filter((text) =>
      text.includes('was due'),
    )
  expect([warnings('2026-10').length, warnings('2026-11').length]).toEqual([1, 0])
})

test('a stock divides by the furthest that holds: hold, foster carer, link, exploring', () => {
  const hold = { kind: 'on-hold', reason: 'health', from: TODAY, until: null } as const
  const dates = (more: Partial<Journey>): Journey => ({ ...NO_DATES, ...more })
  expect([
    standingOf(dates({}), [], null),
    standingOf(dates({ linkExploring: TODAY }), [], false),
    standingOf(dates({ linkExploring: TODAY, linked: TODAY }), [], false),
    standingOf(dates({ matched: TODAY }), [], null),
    standingOf(dates({ linkExploring: TODAY }), [], true),
    standingOf(dates({}), [], true),
    standingOf(dates({ linked: TODAY }), [hold], true),
    standingOf(dates({ linked: TODAY }), [{ ...hold, until: TODAY }], false),
    standingOf(dates({}), [{ ...hold, kind: 'legal-challenge' }], false),
  ]).toEqual(['family-finding', 'link-exploring', 'linked', 'linked', 'foster-carer-link', 'family-finding', 'on-hold', 'linked', 'family-finding'])
})
