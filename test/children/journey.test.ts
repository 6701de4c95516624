import fc from 'fast-check'
import { ageBandOf, ageInYears, waitingBandLimits, waitingBandOf } from '../../src/children/bands.ts'
import { AGE_BANDS, WAITING_BANDS, type Journey } from '../../src/children/child-views.ts'
import { ETHNICITY_CODES, ethnicityGroup } from '../../src/children/ethnicity.ts'
import { harderToPlace } from '../../src/children/harder-to-place.ts'
import { journeyFaults } from '../../src/children/journey/journey-faults.ts'
import { isWaiting, NO_DATES, stageOf, waitingFrom } from '../../src/children/journey/journey.ts'
import { addDays, addMonths, type PlainDate } from '../../src/core/plain-date.ts'
import { date, TODAY } from './a-child.ts'

const journey = (dates: Partial<Journey>): Journey => ({ ...NO_DATES, ...dates })
const codes = (dates: Partial<Journey>, born: PlainDate | null = null): string[] =>
  journeyFaults({ journey: journey(dates), born, unborn: false, attempts: [], routes: {}, legalAdviceOn: null }, TODAY).map(({ code }) => code)
const days = fc.integer({ min: 0, max: 2_000 }).map((back) => addDays(TODAY, -back))

test.each<[Partial<Journey>, string]>([
  [{}, 'enteredCare'],
  [{ enteredCare: date('2026-01-01'), admDecision: date('2026-02-01') }, 'admDecision'],
  [{ admDecision: date('2026-02-01'), placementOrder: date('2026-03-01') }, 'placementOrder'],
  [{ admDecision: date('2026-02-01'), matched: date('2026-03-01') }, 'matched'],
  [{ placementOrder: date('2026-02-01'), placed: date('2026-03-01') }, 'placed'],
  [{ placed: date('2026-02-01'), adoptionOrder: date('2026-03-01') }, 'adoptionOrder'],
  [{ placementOrder: date('2026-02-01'), planEnded: date('2026-03-01') }, 'planEnded'],
])('of %o the stage is %s', (dates, stage) => {
  expect(stageOf(journey(dates))).toBe(stage)
})

test('the wait begins with the earlier of decision and order and ends with match, placement, order or end of plan', () => {
  const dates = { admDecision: date('2026-02-01'), placementOrder: date('2026-01-15') }
  expect(waitingFrom(journey(dates))).toBe('2026-01-15')
  expect(waitingFrom(journey({ enteredCare: date('2026-01-01') }))).toBeNull()
  expect(isWaiting(journey(dates))).toBe(true)
  for (const end of ['matched', 'placed', 'adoptionOrder', 'planEnded'] as const)
    expect(isWaiting(journey({ ...dates, [end]: date('2026-06-01') }))).toBe(false)
  expect(isWaiting(journey({ enteredCare: date('2026-01-01') }))).toBe(false)
})

const right = {
  enteredCare: date('2025-01-01'),
  admDecision: date('2025-06-01'),
  placementOrder: date('2025-08-01'),
  matched: date('2026-01-01'),
  placed: date('2026-02-01'),
}
test.each<[string, Partial<Journey>, PlainDate | null, readonly string[]]>([
  ['a whole journey', { ...right, adoptionOrder: date('2026-10-01') }, date('2024-01-01'), []],
  ['everything on one day', { enteredCare: TODAY, admDecision: TODAY, placementOrder: TODAY, matched: TODAY, placed: TODAY, adoptionOrder: TODAY }, TODAY, []],
  ['a match before the placement order', { admDecision: date('2025-06-01'), matched: date('2025-07-01'), placementOrder: date('2025-08-01') }, null, []],
  ['care before birth', { enteredCare: date('2025-01-01') }, date('2025-01-02'), ['order']],
  ['decision before care', { enteredCare: date('2025-07-01'), admDecision: date('2025-06-01') }, null, ['order']],
  ['order before decision', { admDecision: date('2025-06-01'), placementOrder: date('2025-05-01') }, null, ['order']],
  ['match before decision', { admDecision: date('2025-06-01'), matched: date('2025-05-01') }, null, ['order']],
  ['placed before match', { ...right, placed: date('2025-12-31') }, null, ['order']],
  ['adoption order before placement', { ...right, adoptionOrder: date('2026-01-15') }, null, ['order']],
  ['plan ended before the decision', { admDecision: date('2025-06-01'), planEnded: date('2025-05-31') }, null, ['order']],
  [
    'plan ended under a match, a start of introductions and a placement that come later',
    { ...right, introductions: date('2026-01-10'), planEnded: date('2025-12-31') },
    null,
    ['order', 'order', 'order'],
  ],
  ['order without decision', { placementOrder: date('2025-05-01') }, null, ['po-without-adm']],
  ['placed without order', { admDecision: date('2025-06-01'), placed: date('2025-07-01') }, null, ['placed-without-po']],
  ['adopted and ended', { ...right, adoptionOrder: date('2026-10-01'), planEnded: date('2026-10-02') }, null, ['adopted-and-ended']],
  ['tomorrow', { admDecision: addDays(TODAY, 1) }, null, ['future-date']],
  [
    'each crossing is a fault of its own',
    { enteredCare: date('2026-01-01'), admDecision: date('2025-06-01'), matched: date('2025-05-01') },
    null,
    ['order', 'order'],
  ],
])('%s', (_what, dates, born, expected) => {
  expect(codes(dates, born)).toEqual(expected)
})

test('age bands begin on the birthday', () => {
  const band = (born: PlainDate, on: PlainDate) => {
    const years = ageInYears(born, on)
    return years === null ? null : ageBandOf(years)
  }
  const born = date('2020-02-29')
  expect(AGE_BANDS).toEqual([
    band(born, date('2020-02-29')),
    band(born, date('2021-03-01')),
    band(born, date('2023-03-01')),
    band(born, date('2025-03-01')),
    band(born, date('2030-03-01')),
  ])
  expect(band(born, date('2025-02-27'))).toBe('3–4')
  expect(band(addDays(TODAY, 1), TODAY)).toBeNull()
})

test.each([
  ['2026-08-22', '3–6 months'],
  ['2026-08-23', 'under 3 months'],
  ['2026-05-22', '6–12 months'],
  ['2026-05-23', '3–6 months'],
  ['2025-11-22', 'over 12 months'],
  ['2025-11-23', '6–12 months'],
] as const)('a wait since %s is %s on 22 November 2026', (from, band) => {
  expect(waitingBandOf(date(from), TODAY)).toBe(band)
})

test('the limits that the register asks with give the same bands, at the ends of months too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 800 }), (ahead, back) => {
      const today = addDays(date('2026-01-01'), ahead)
      const from = addDays(today, -back)
      const { threeMonths, sixMonths, twelveMonths } = waitingBandLimits(today)
      const index = from > threeMonths ? 0 : from > sixMonths ? 1 : from > twelveMonths ? 2 : 3
      expect(waitingBandOf(from, today)).toBe(WAITING_BANDS[index])
    }),
    { numRuns: 300 },
  )
  expect(waitingBandLimits(date('2027-02-28')).threeMonths).toBe('2026-11-30')
  expect(addMonths(date('2026-11-30'), 3)).toBe('2027-02-28')
})

test('whatever the dates, a fault-free journey in which a child waits has a decision and lies in the past', () => {
  const maybe = fc.option(days, { nil: null })
  fc.assert(
    fc.property(
      fc.record({ enteredCare: maybe, admDecision: maybe, placementOrder: maybe, matched: maybe, placed: maybe, adoptionOrder: maybe, planEnded: maybe }),
      (dates) => {
        const one = journey(dates)
        if (journeyFaults({ journey: one, born: null, unborn: false, attempts: [], routes: {}, legalAdviceOn: null }, TODAY).length > 0 || !isWaiting(one))
          return
        expect(one.admDecision).not.toBeNull()
        expect(waitingFrom(one)).toBe(one.admDecision)
      },
    ),
  )
})

test('there are the 18 groups of the census, Arab among them, and two ways of not knowing', () => {
  expect(Object.keys(ETHNICITY_CODES)).toHaveLength(21)
  expect(ethnicityGroup('MWBC')).toBe('Mixed')
  expect(ethnicityGroup('ARAB')).toBe('Other')
  expect(ethnicityGroup('REFU')).toBe('Not known')
  expect(ethnicityGroup(null)).toBeNull()
})

test('the four national reasons are shown one by one', () => {
  const facts = { siblings: 0, needs: [], ageAtDecision: null, isDecided: true } as const
  expect(harderToPlace({ ...facts, disability: true, siblings: 1, ethnicityGroup: 'Other', ageYears: 5, ageAtDecision: 4 })).toEqual({
    today: ['disabled', 'sibling group', 'Black, Asian or minority ethnic', 'aged 5 or over'],
    atDecision: ['disabled', 'sibling group', 'Black, Asian or minority ethnic'],
  })
  const none = { today: [], atDecision: [] }
  expect(harderToPlace({ ...facts, disability: null, ethnicityGroup: 'White', ageYears: 4 })).toEqual(none)
  expect(harderToPlace({ ...facts, disability: false, ethnicityGroup: 'Not known', ageYears: null })).toEqual(none)
})

test('the local fifth reason is a significant health need; before the decision there is none to be named for it', () => {
  const facts = { disability: false, siblings: 0, ethnicityGroup: 'White', ageYears: 2, ageAtDecision: null, isDecided: false } as const
  expect(harderToPlace({ ...facts, needs: [{ category: 'health', grade: 'significant' }] })).toEqual({
    today: ['additional or complex health needs'],
    atDecision: [],
  })
  expect(
    harderToPlace({
      ...facts,
      needs: [
        { category: 'health', grade: 'some' },
        { category: 'learning', grade: 'significant' },
      ],
    }).today,
  ).toEqual([])
})
