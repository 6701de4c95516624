import { addDays, type PlainDate } from '../core/plain-date.ts'
import type { SettingDefinition, SettingValue } from './setting-definition.ts'
import type { SettingOrigin } from './setting-kinds.ts'

/** What an agency entered for one setting. */
export interface SettingChange {
  readonly version: number
  /** as it is kept; null: what came with the app holds again */
  readonly value: string | null
  readonly from: PlainDate
  /** the last day; null: until something else is entered */
  readonly until: PlainDate | null
  readonly source: string
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

/** Days, both ends included, on which one value holds; null is since ever, or without an end. */
export interface SettingPeriod {
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly value: SettingValue
  readonly source: string | null
  readonly origin: SettingOrigin
}

/** A kept value as the catalogue knows it; undefined where it knows it no longer: such a change has no effect. */
const readValue = (definition: SettingDefinition, kept: string): number | string | undefined => {
  if (definition.unit === 'choice') return Object.hasOwn(definition.choices, kept) ? kept : undefined
  const number = Number(kept)
  return Number.isSafeInteger(number) ? number : undefined
}

type Held = Omit<SettingPeriod, 'from' | 'until'>

const isBefore = (from: PlainDate | null, day: PlainDate | null): boolean => from === null || (day !== null && from <= day)
const covers = ({ from, until }: SettingChange, day: PlainDate | null): boolean => day !== null && from <= day && (until === null || day <= until)

/** What holds on a day (null: on every day before the first that is named): what was entered last of all that covers it, else what came with the app. */
const heldFrom = (definition: SettingDefinition, changes: readonly SettingChange[], day: PlainDate | null): Held => {
  const last = changes.filter((change) => covers(change, day)).reduce<SettingChange | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined)
  const entered = last?.value == null ? undefined : readValue(definition, last.value)
  if (last && entered !== undefined) return { value: entered, source: last.source, origin: 'agency' }
  const builtIn = [...definition.builtIn].reverse().find(({ from }) => isBefore(from, day))
  return { value: builtIn?.value ?? null, source: builtIn?.source ?? null, origin: 'built-in' }
}

const isSame = (one: Held, other: Held): boolean => one.value === other.value && one.source === other.source && one.origin === other.origin

/** Closes each period on the day before the next one. */
const closed = (starts: readonly (Held & { readonly from: PlainDate | null })[]): readonly SettingPeriod[] =>
  starts.map((start, index) => {
    const next = starts[index + 1]?.from
    return { ...start, until: next == null ? null : addDays(next, -1) }
  })

/** Every day in exactly one period, in their order: the periods of a setting neither overlap nor leave a gap. */
export const periodsOf = (definition: SettingDefinition, changes: readonly SettingChange[]): readonly SettingPeriod[] => {
  const days = [
    ...definition.builtIn.map(({ from }) => from),
    ...changes.flatMap(({ from, until }) => (until === null ? [from] : [from, addDays(until, 1)])),
  ].filter((day) => day !== null)
  const starts = [null, ...[...new Set(days)].sort()].map((from) => ({ from, ...heldFrom(definition, changes, from) }))
  return closed(starts.filter((start, index) => index === 0 || !isSame(start, starts[index - 1] ?? start)))
}

/** The period of a day. */
export const periodOn = (periods: readonly SettingPeriod[], day: PlainDate): SettingPeriod => {
  const found = periods.findLast(({ from }) => from === null || from <= day)
  if (!found) throw new Error('The periods of a setting begin with one that has held since ever.')
  return found
}

/** Days on which another value holds than before. */
export interface SettingEffect {
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly was: SettingPeriod
  readonly becomes: SettingPeriod
}

/** What a change changes, in the order of the days; nothing where only the source is another one. */
export const effectsOf = (before: readonly SettingPeriod[], after: readonly SettingPeriod[]): readonly SettingEffect[] => {
  const days = [...new Set([...before, ...after].map(({ from }) => from).filter((day) => day !== null))].sort()
  const on = (periods: readonly SettingPeriod[], day: PlainDate | null) => (day === null ? periods[0] : periodOn(periods, day))
  return [null, ...days].flatMap((from, index) => {
    const [was, becomes] = [on(before, from), on(after, from)]
    const next = days[index]
    return was && becomes && was.value !== becomes.value ? [{ from, until: next === undefined ? null : addDays(next, -1), was, becomes }] : []
  })
}
