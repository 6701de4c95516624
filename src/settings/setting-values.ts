import type { PlainDate } from '../core/plain-date.ts'
import { SETTINGS, SETTING_NAMES, type SettingName, type SettingValueOf } from './setting-catalogue.ts'
import type { SettingKind, SettingOrigin, SettingUnit } from './setting-kinds.ts'
import { periodOn, periodsOf, type SettingChange, type SettingPeriod } from './setting-timeline.ts'

/** Who says so, as people read it. Where nobody was found who does, it stands to be confirmed, and never a citation that is not one; nothing set is nothing to confirm. */
export const sourceOf = ({ value, source }: Pick<SettingPeriod, 'value' | 'source'>): { readonly source: string; readonly isConfirmed: boolean } => {
  if (source !== null) return { source, isConfirmed: true }
  return value === null ? { source: 'Not set', isConfirmed: true } : { source: 'Local practice: please confirm', isConfirmed: false }
}

/** One setting on one day, with whose rule it is and who says so. */
export interface SettingHeld<V, U extends SettingUnit = SettingUnit> {
  readonly value: V
  readonly unit: U
  readonly kind: SettingKind
  /** in words for people, also where nobody has confirmed it */
  readonly source: string
  readonly isConfirmed: boolean
  readonly origin: SettingOrigin
}
export type SettingValues = { readonly [N in SettingName]: SettingHeld<SettingValueOf<N>, (typeof SETTINGS)[N]['unit']> }
/** The values of any day. A clock asks for the day on which it began, a judgement of a period for its end. */
export type SettingsOn = (day: PlainDate) => SettingValues

const held = (name: SettingName, { value, source, origin }: SettingPeriod): SettingHeld<SettingPeriod['value']> => ({
  value,
  unit: SETTINGS[name].unit,
  kind: SETTINGS[name].kind,
  ...sourceOf({ value, source }),
  origin,
})

/** The values of any day, from everything that an agency entered. No changes: what came with the app. */
export const settingsOn = (changesOf: (name: SettingName) => readonly SettingChange[]): SettingsOn => {
  const timelines = SETTING_NAMES.map((name) => ({ name, periods: periodsOf(SETTINGS[name], changesOf(name)) }))
  return (day) => Object.fromEntries(timelines.map(({ name, periods }) => [name, held(name, periodOn(periods, day))])) as unknown as SettingValues
}
