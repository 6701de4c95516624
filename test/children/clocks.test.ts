import fc from 'fast-check'
import { JOURNEY_DATES, type Journey } from '../../src/children/child-views.ts'
import { CLOCK_NAMES, clock, threshold, type Clock } from '../../src/children/clocks/clock-contract.ts'
import { clocksFor, type ClockRecord } from '../../src/children/clocks/clocks.ts'
import { thresholdsFor } from '../../src/children/clocks/clocks-thresholds.ts'
import { NO_DATES } from '../../src/children/journey/journey.ts'
import { bankHolidaysOfEngland } from '../../src/core/bank-holidays.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/core/plain-date.ts'
import type { SettingName } from '../../src/settings/setting-catalogue.ts'
import { settingsOn, type SettingsOn } from '../../src/settings/setting-values.ts'

const day = (text: string): PlainDate => text as PlainDate
const TODAY = day('2026-11-22')
const holidays = bankHolidaysOfEngland()
const BUILT_IN = settingsOn(() => [])

/** What came with the app, but for one setting from a day on. */
const withSetting = (name: SettingName, value: string, from: string): SettingsOn =>
  settingsOn((asked) =>
    asked === name
      ? [{ version: 1, value, from: day(from), until: null, source: 'Our procedures', reason: null, by: 'Priya Shah', at: new Date('2026-11-22T08:15:00Z') }]
      : [],
  )

const record = (dates: Partial<Record<keyof Journey, string>>, more: Partial<ClockRecord> = {}): ClockRecord => ({
  journey: { ...NO_DATES, ...(dates as Partial<Journey>) },
  pauses: [],
  born: null,
  fosterCarerAdoption: null,
  ...more,
})
const clocks = (one: ClockRecord, settings = BUILT_IN, today = TODAY) => clocksFor(one, settings, holidays, today)
const the = (name: Clock['name'], one: ClockRecord, settings = BUILT_IN, today = TODAY) => clocks(one, settings, today).find((found) => found.name === name)
const names = (one: ClockRecord) => clocks(one).map(({ name }) => name)

test('the plan for permanence is due four months after entering care, on the last day of a shorter month', () => {
  expect(the('permanence-plan', record({ enteredCare: '2026-10-31' }))).toEqual({
    name: 'permanence-plan',
    words: 'Plan for permanence ratified at a review',
    kind: 'statutory',
    from: '2026-10-31',
    due: '2027-02-28',
    doneOn: null,
    state: 'ahead',
    daysLeft: 98,
    pausedDays: 0,
    source: 'Second looked-after review: as Herefordshire Council reported for 2019-20',
  })
})

test.each([
  ['2026-07-21', 'late', -1],
  ['2026-07-22', 'close', 0],
  ['2026-08-06', 'close', 14],
  ['2026-08-07', 'ahead', 15],
])('in care since %s: the plan is %s, %i days left', (enteredCare, state, daysLeft) => {
  expect(the('permanence-plan', record({ enteredCare }))).toMatchObject({ state, daysLeft })
})

test('done on the day is done, a day later is done late', () => {
  const on = (permanencePlan: string) => the('permanence-plan', record({ enteredCare: '2026-03-10', permanencePlan }))
  expect(on('2026-07-10')).toMatchObject({ state: 'done', doneOn: '2026-07-10', daysLeft: null })
  expect(on('2026-07-11')).toMatchObject({ state: 'done-late', daysLeft: null })
})

test('the decision is due in working days, over Christmas', () => {
  expect(the('adm-decision', record({ cprSubmitted: '2025-12-19' }), BUILT_IN, day('2025-12-20'))).toMatchObject({
    due: '2026-01-02',
    kind: 'local',
    source: 'Local practice: please confirm',
  })
  expect(the('match-decision', record({ matchPanel: '2026-11-20' }))).toMatchObject({ due: '2026-12-01', state: 'close' })
})

test('a clock goes by the settings of the day on which it began', () => {
  const changed = withSetting('admDecisionWithin', '2', '2026-11-19')
  expect(the('adm-decision', record({ cprSubmitted: '2026-11-18' }), changed)).toMatchObject({ due: '2026-11-27', source: 'Local practice: please confirm' })
  expect(the('adm-decision', record({ cprSubmitted: '2026-11-19' }), changed)).toMatchObject({ due: '2026-11-23', source: 'Our procedures' })
})

test('reviews while not placed: three months after the authority, then six after each review, until placed or revoked', () => {
  const order = { enteredCare: '2025-06-01', admDecision: '2026-02-02', placementOrder: '2026-05-31' }
  expect(the('review-unplaced', record(order))).toMatchObject({ from: '2026-05-31', due: '2026-08-31', state: 'late', kind: 'statutory' })
  expect(the('review-unplaced', record({ ...order, lastReview: '2026-05-31' }))).toMatchObject({ due: '2026-08-31' })
  expect(the('review-unplaced', record({ ...order, lastReview: '2026-08-28' }))).toMatchObject({ from: '2026-08-28', due: '2027-02-28', state: 'ahead' })
  expect(the('review-unplaced', record({ admDecision: '2026-02-02', parentalConsent: '2026-03-01' }))).toMatchObject({ from: '2026-03-01' })
  expect(the('review-unplaced', record({ ...order, parentalConsent: '2026-03-01' }))).toMatchObject({ from: '2026-03-01' })
  expect(names(record({ admDecision: '2026-02-02' }))).not.toContain('review-unplaced')
  expect(names(record({ ...order, revoked: '2026-10-01' }))).not.toContain('review-unplaced')
  expect(names(record({ ...order, matched: '2026-10-01', placed: '2026-11-01' }))).not.toContain('review-unplaced')
})

test('reviews after the placement: four weeks, then three months, then six', () => {
  const placed = { placementOrder: '2025-10-01', matched: '2026-01-10', placed: '2026-02-02' }
  expect(the('review-placed', record({ ...placed, lastReview: '2026-01-20' }))).toMatchObject({ from: '2026-02-02', due: '2026-03-02', state: 'late' })
  expect(the('review-placed', record({ ...placed, lastReview: '2026-02-27' }))).toMatchObject({ due: '2026-05-27' })
  expect(the('review-placed', record({ ...placed, lastReview: '2026-05-20' }))).toMatchObject({ due: '2026-11-20', state: 'late', daysLeft: -2 })
})

test('profile, link and panel count from the decision', () => {
  const decided = record({ admDecision: '2026-11-10' })
  expect(names(decided)).toEqual(['profile-live', 'link', 'match-panel'])
  expect(clocks(decided).map(({ due }) => due)).toEqual(['2026-11-17', '2027-02-10', '2027-05-10'])
  expect(the('profile-live', record({ admDecision: '2026-11-10', profileLive: '2026-11-02' }))).toMatchObject({ state: 'done' })
  expect(the('link', record({ admDecision: '2026-05-10', linked: '2026-09-01', linkExploring: '2026-08-10' }))).toMatchObject({
    state: 'done',
    doneOn: '2026-08-10',
  })
})

test('a profile is stale twelve weeks after it was last touched, as long as a family is looked for', () => {
  const live = { admDecision: '2026-02-02', profileLive: '2026-02-09' }
  expect(the('profile-fresh', record({ ...live, profileUpdated: '2026-09-01' }))).toMatchObject({ from: '2026-09-01', due: '2026-11-24', state: 'close' })
  expect(the('profile-fresh', record(live))).toMatchObject({ from: '2026-02-09', state: 'late' })
  expect(names(record({ ...live, matched: '2026-11-01' }))).not.toContain('profile-fresh')
})

test('no family is looked for where carers are to adopt: neither profile nor link is asked for', () => {
  const searching = ['profile-live', 'profile-fresh', 'link']
  const dates = { admDecision: '2026-02-02', profileUpdated: '2026-02-10' }
  const kept = (one: ClockRecord) => names(one).filter((name) => searching.includes(name))
  expect(kept(record(dates))).toEqual(searching)
  expect(kept(record(dates, { fosterCarerAdoption: true }))).toEqual([])
  expect(kept(record({ ...dates, earlyPermanence: '2026-01-10' }))).toEqual([])
})

test('a relinquished baby’s match is due at panel within three months, any other child’s within six', () => {
  const dates = { admDecision: '2026-09-10', parentalConsent: '2026-09-01' }
  const due = (one: ClockRecord) => the('match-panel', one)?.due
  expect(due(record(dates, { born: day('2026-03-11') }))).toBe('2026-12-10')
  expect(due(record(dates, { born: day('2026-03-10') }))).toBe('2027-03-10')
  expect(due(record(dates))).toBe('2027-03-10')
  expect(due(record({ ...dates, placementOrder: '2026-11-01' }, { born: day('2026-08-01') }))).toBe('2027-03-10')
})

test('a step whose day is not recorded is not asked for when a later one was taken', () => {
  const imported = record({ enteredCare: '2024-01-10', admDecision: '2025-02-02', placementOrder: '2025-04-01', matched: '2026-10-01' })
  expect(names(imported)).toEqual(['review-unplaced'])
  expect(names(record({ cprSubmitted: '2025-01-10', placementOrder: '2025-04-01' }))).toEqual(['review-unplaced'])
})

test('a child without a date has no clock', () => {
  expect(clocks(record({}))).toEqual([])
})

test('of a finished child only what was done is left', () => {
  const dates = { enteredCare: '2024-01-10', permanencePlan: '2024-05-20', cprSubmitted: '2024-08-01', placementOrder: '2025-04-01', profileLive: '2025-05-01' }
  expect(clocks(record({ ...dates, planEnded: '2026-01-10' })).map(({ name, state }) => `${name} ${state}`)).toEqual(['permanence-plan done-late'])
  expect(names(record({ ...dates, placed: '2025-10-01', adoptionOrder: '2026-05-01' }))).toEqual(['permanence-plan'])
})

test('paused days are counted once, beside, and only while the clock ran', () => {
  const pauses = [
    { from: day('2026-01-01'), until: day('2026-02-12') },
    { from: day('2026-03-01'), until: day('2026-03-11') },
    { from: day('2026-03-06'), until: day('2026-03-16') },
    { from: day('2026-11-20'), until: null },
  ]
  const paused = record({ admDecision: '2026-02-02' }, { pauses })
  expect(the('match-panel', paused)).toMatchObject({ due: '2026-08-02', state: 'late', pausedDays: 10 + 15 + 2 })
  expect(the('match-panel', record({ admDecision: '2026-02-02', matchPanel: '2026-03-08' }, { pauses }))).toMatchObject({ pausedDays: 10 + 7 })
})

test('the same wait is over one number and under another, each with who says so', () => {
  const child = record({ enteredCare: '2025-01-01', placementOrder: '2026-05-18' })
  const found = thresholdsFor(child, withSetting('ownOrderToMatch', '188', '2026-04-01'), TODAY)
  expect(found.map(({ measure, limit, kind, days, over, source }) => [measure, limit, kind, days, over, source])).toEqual([
    ['care-to-placed', 426, 'statutory', 690, true, 'Adoption scorecard thresholds 2013 to 2016, gov.uk'],
    ['order-to-match', 121, 'statutory', 188, true, 'Adoption scorecard thresholds 2013 to 2016, gov.uk'],
    ['order-to-match', 199, 'practice', 188, false, 'As Nottinghamshire County Council reported on 2 July 2024'],
    ['order-to-match', 188, 'local', 188, false, 'Our procedures'],
  ])
})

test('the same dates are judged another way by agencies with other numbers (B32)', () => {
  const child = record({ enteredCare: '2025-01-01', placementOrder: '2025-08-01', matched: '2026-02-01', placed: '2026-03-30' })
  const own = (name: SettingName, value: string) => thresholdsFor(child, withSetting(name, value, '2020-01-01'), TODAY).find(({ kind }) => kind === 'local')
  expect([own('ownCareToPlaced', '468')?.over, own('ownCareToPlaced', '426')?.over]).toEqual([false, true])
  expect([own('ownOrderToMatch', '244')?.over, own('ownOrderToMatch', '121')?.over]).toEqual([false, true])
})

test('a measure is judged by the numbers of the day on which it ended', () => {
  const child = record({ enteredCare: '2011-06-01', placementOrder: '2012-01-01', matched: '2012-06-01', placed: '2013-03-31' })
  expect(thresholdsFor(child, BUILT_IN, TODAY).map(({ limit }) => limit)).toEqual([609, 182])
  expect(thresholdsFor(record({ enteredCare: '2011-06-01', placed: '2013-04-01' }), BUILT_IN, TODAY).map(({ limit }) => limit)).toEqual([547])
})

test('matched before the order counts as nought days; what can no longer end, or is not known, has no measure', () => {
  const early = record({ placementOrder: '2026-03-01', matched: '2026-02-01' })
  expect(thresholdsFor(early, BUILT_IN, TODAY).map(({ days, over }) => [days, over])).toEqual([
    [0, false],
    [0, false],
  ])
  expect(thresholdsFor(record({ enteredCare: '2025-01-01', placementOrder: '2026-03-01', planEnded: '2026-05-01' }), BUILT_IN, TODAY)).toEqual([])
  expect(thresholdsFor(record({ placementOrder: '2026-03-01', placed: '2026-05-01' }), BUILT_IN, TODAY)).toEqual([])
})

const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2023-06-01'), days))
const anyJourney = fc.record(Object.fromEntries(JOURNEY_DATES.map((name) => [name, fc.option(anyDay)]))) as fc.Arbitrary<Journey>
const anyPauses = fc.array(
  fc
    .record({ from: anyDay, length: fc.option(fc.nat({ max: 300 })) })
    .map(({ from, length }) => ({ from, until: length === null ? null : addDays(from, length) })),
  { maxLength: 4 },
)
const anyRecord = fc.record({ journey: anyJourney, pauses: anyPauses, born: fc.option(anyDay), fosterCarerAdoption: fc.option(fc.boolean()) })

test('of any child: nothing is due before it began, a clock is in the one state that its days say, and each name is there once at most', () => {
  fc.assert(
    fc.property(anyRecord, anyDay, (one, today) => {
      const found = clocks(one, BUILT_IN, today)
      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length)
      expect(found.map(({ name }) => CLOCK_NAMES.indexOf(name))).toEqual(found.map(({ name }) => CLOCK_NAMES.indexOf(name)).sort((a, b) => a - b))
      for (const each of found) {
        clock.parse(each)
        const { from, due, doneOn, daysLeft, state, pausedDays } = each
        expect(due >= from).toBe(true)
        const expected = doneOn !== null ? (doneOn > due ? 'done-late' : 'done') : today > due ? 'late' : daysBetween(today, day(due)) <= 14 ? 'close' : 'ahead'
        expect([state, daysLeft]).toEqual([expected, doneOn === null ? daysBetween(today, day(due)) : null])
        expect(pausedDays).toBeLessThanOrEqual(Math.max(0, daysBetween(day(from), day(doneOn ?? today))))
        if (one.journey.adoptionOrder !== null || one.journey.planEnded !== null) expect(doneOn).not.toBeNull()
      }
    }),
  )
})

test('of any child: pauses change the paused days and nothing else', () => {
  fc.assert(
    fc.property(anyRecord, anyPauses, anyDay, (one, pauses, today) => {
      const without = (found: readonly { readonly pausedDays: number }[]) => found.map(({ pausedDays: _paused, ...rest }) => rest)
      const other = { ...one, pauses }
      expect(without(clocks(other, BUILT_IN, today))).toEqual(without(clocks(one, BUILT_IN, today)))
      const thresholds = thresholdsFor(other, BUILT_IN, today)
      expect(without(thresholds)).toEqual(without(thresholdsFor(one, BUILT_IN, today)))
      for (const each of thresholds) expect(threshold.parse(each).pausedDays).toBeLessThanOrEqual(each.days)
    }),
  )
})

test('of any child: a clock is gone when the day on which it began is', () => {
  fc.assert(
    fc.property(anyRecord, (one) => {
      const unknown = { ...one, journey: { ...one.journey, enteredCare: null, admDecision: null, cprSubmitted: null, matchPanel: null } }
      const left = clocks(unknown).map(({ name }) => name)
      for (const name of ['permanence-plan', 'adm-decision', 'profile-live', 'link', 'match-panel', 'match-decision'] as const) expect(left).not.toContain(name)
    }),
  )
})
