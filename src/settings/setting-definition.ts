import type { PlainDate } from '../core/plain-date.ts'
import type { AmountUnit, SettingGroup, SettingKind, TallyUnit } from './setting-kinds.ts'

/** A value that comes with the app, from a day on until the next one begins. */
export interface BuiltIn<V> {
  /** null: since ever */
  readonly from: PlainDate | null
  readonly value: V
  /** who says so, in words for people; null where nobody was found who does: shown as a practice to confirm, never with a citation */
  readonly source: string | null
}

interface Named {
  readonly group: SettingGroup
  /** what it is about, as the list says it */
  readonly words: string
  readonly kind: SettingKind
}

/** So many days, working days, weeks or months; a built-in `null` is none, until the agency sets one. */
export interface AmountSetting<V extends number | null = number | null, U extends AmountUnit | TallyUnit = AmountUnit> extends Named {
  readonly unit: U
  readonly least: number
  readonly most: number
  readonly builtIn: readonly BuiltIn<V>[]
}
export interface ChoiceSetting<C extends string = string> extends Named {
  readonly unit: 'choice'
  /** what may be chosen, and how people say it */
  readonly choices: Readonly<Record<C, string>>
  readonly builtIn: readonly BuiltIn<C>[]
}
export type SettingDefinition = AmountSetting<number | null, AmountUnit | TallyUnit> | ChoiceSetting
export type SettingValue = SettingDefinition['builtIn'][number]['value']

/** The built-in value has held since ever. */
export const always = <V>(value: V, source: string | null): readonly BuiltIn<V>[] => [{ from: null, value, source }]

export const amount = (definition: AmountSetting<number>): AmountSetting<number> => definition
/** So many of something, or minutes: no time between days. */
export const tally = (definition: AmountSetting<number, TallyUnit>): AmountSetting<number, TallyUnit> => definition
/** Nothing until the agency sets one, or nothing for some time. */
export const optionalAmount = (definition: AmountSetting): AmountSetting => definition

export const choice = <C extends string>(definition: Named & Pick<ChoiceSetting<C>, 'choices' | 'builtIn'>): ChoiceSetting<C> => ({
  ...definition,
  unit: 'choice',
})
