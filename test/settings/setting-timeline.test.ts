import fc from 'fast-check'
import { addDays, type PlainDate } from '../../src/core/plain-date.ts'
import { SETTINGS, SETTING_NAMES, type SettingName } from '../../src/settings/setting-catalogue.ts'
import type { SettingDefinition } from '../../src/settings/setting-definition.ts'
import { effectsOf, periodOn, periodsOf, type SettingChange } from '../../src/settings/setting-timeline.ts'
import { settingsOn } from '../../src/settings/setting-values.ts'
import { day } from './settings-desk.ts'

const entered = (version: number, value: string | null, from: string, until: string | null = null): SettingChange => ({
  version,
  value,
  from: day(from),
  until: until === null ? null : day(until),
  source: `entry ${version.toString()}`,
  reason: null,
  by: 'Priya Shah',
  at: new Date('2026-11-22T08:15:00Z'),
})
const values = (name: SettingName, ...changes: readonly SettingChange[]) => {
  const definition: SettingDefinition = SETTINGS[name]
  return periodsOf(definition, changes).map(({ from, until, value }) => [from, until, value])
}

test('with nothing entered, what came with the app holds, by its own periods', () => {
  expect(values('admDecisionWithin')).toEqual([[null, null, 7]])
  expect(values('nationalCareToPlaced')).toEqual([
    [null, '2013-03-31', 609],
    ['2013-04-01', '2014-03-31', 547],
    ['2014-04-01', '2015-03-31', 487],
    ['2015-04-01', null, 426],
  ])
  expect(values('nationalOrderToMatch').map(([, , value]) => value)).toEqual([182, 152, 121, 121])
})

test('a value for some days, then what came with the app again', () => {
  expect(values('admDecisionWithin', entered(1, '10', '2026-04-01', '2027-03-31'))).toEqual([
    [null, '2026-03-31', 7],
    ['2026-04-01', '2027-03-31', 10],
    ['2027-04-01', null, 7],
  ])
})

test('what is entered later lies over what was entered before, and ends it or cuts it in two', () => {
  const open = entered(1, '10', '2026-04-01')
  expect(values('admDecisionWithin', open, entered(2, '12', '2026-09-01'))).toEqual([
    [null, '2026-03-31', 7],
    ['2026-04-01', '2026-08-31', 10],
    ['2026-09-01', null, 12],
  ])
  expect(values('admDecisionWithin', open, entered(2, '5', '2026-06-01', '2026-06-30'))).toEqual([
    [null, '2026-03-31', 7],
    ['2026-04-01', '2026-05-31', 10],
    ['2026-06-01', '2026-06-30', 5],
    ['2026-07-01', null, 10],
  ])
})

test('back to what came with the app, from a day on', () => {
  expect(values('ownOrderToMatch', entered(1, '188', '2024-04-01'), entered(2, null, '2026-04-01'))).toEqual([
    [null, '2024-03-31', null],
    ['2024-04-01', '2026-03-31', 188],
    ['2026-04-01', null, null],
  ])
})

test('a choice that the catalogue knows no longer has no effect', () => {
  expect(values('tracksChildren', entered(1, 'somebody', '2026-04-01'))).toEqual([[null, null, 'council']])
})

test('a value that was confirmed keeps its number and gets a source', () => {
  const confirmed = settingsOn((name) => (name === 'admDecisionWithin' ? [entered(1, '7', '2026-04-01')] : []))
  expect(confirmed(day('2026-03-31')).admDecisionWithin).toMatchObject({
    value: 7,
    source: 'Local practice: please confirm',
    isConfirmed: false,
    origin: 'built-in',
  })
  expect(confirmed(day('2026-04-01')).admDecisionWithin).toMatchObject({ value: 7, source: 'entry 1', isConfirmed: true, origin: 'agency' })
})

test('values are typed by their setting', () => {
  const on = settingsOn(() => [])(day('2026-11-22'))
  const months: number = on.linkWithin.value
  const own: number | null = on.ownOrderToMatch.value
  const who: 'council' | 'regional-agency' = on.tracksChildren.value
  // @ts-expect-error an own target may be none
  const wrong: number = on.ownOrderToMatch.value
  expect([months, own, who, wrong]).toEqual([3, null, 'council', null])
})

const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(day('2010-01-01'), days))
const anyChanges = fc
  .array(fc.record({ value: fc.option(fc.integer({ min: 1, max: 60 })), from: anyDay, length: fc.option(fc.nat({ max: 900 })) }), { maxLength: 6 })
  .map((list) =>
    list.map(({ value, from, length }, index) => entered(index + 1, value?.toString() ?? null, from, length === null ? null : addDays(from, length))),
  )

test('every day lies in exactly one period, and holds what was entered last for it', () => {
  const definition: SettingDefinition = SETTINGS.nationalOrderToMatch
  fc.assert(
    fc.property(anyChanges, anyDay, (changes, on) => {
      const periods = periodsOf(definition, changes)
      expect(periods[0]?.from).toBeNull()
      expect(periods.at(-1)?.until).toBeNull()
      for (const [index, { from }] of periods.entries()) if (index > 0) expect(from).toBe(addDays(periods[index - 1]?.until ?? day('1900-01-01'), 1))
      const last = changes.filter(({ from, until }) => from <= on && (until === null || on <= until)).at(-1)
      const builtIn = definition.builtIn.findLast(({ from }) => from === null || from <= on)
      expect(periodOn(periods, on).value).toBe(last?.value == null ? builtIn?.value : Number(last.value))
    }),
  )
})

test('the effects of a change are exactly the days whose value is another one', () => {
  const definition: SettingDefinition = SETTINGS.nationalOrderToMatch
  fc.assert(
    fc.property(anyChanges, anyChanges, anyDay, (one, other, on: PlainDate) => {
      const [before, after] = [periodsOf(definition, one), periodsOf(definition, other)]
      const found = effectsOf(before, after).filter(({ from, until }) => (from === null || from <= on) && (until === null || on <= until))
      const [was, becomes] = [periodOn(before, on).value, periodOn(after, on).value]
      expect(found.map((effect) => [effect.was.value, effect.becomes.value])).toEqual(was === becomes ? [] : [[was, becomes]])
    }),
  )
})

test.each(SETTING_NAMES)('%s has a value since ever, in order, within its own bounds', (name) => {
  const definition: SettingDefinition = SETTINGS[name]
  const starts = definition.builtIn.map(({ from }) => from)
  expect(starts[0]).toBeNull()
  expect(starts.slice(1)).toEqual([...starts.slice(1)].sort())
  expect(new Set(starts).size).toBe(starts.length)
  for (const { value } of definition.builtIn) {
    if (definition.unit === 'choice') expect(Object.keys(definition.choices)).toContain(value)
    else if (value !== null) expect([Number(value) >= definition.least, Number(value) <= definition.most]).toEqual([true, true])
  }
})
