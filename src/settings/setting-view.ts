import type { PlainDate } from '../core/plain-date.ts'
import { SETTINGS, type SettingName } from './setting-catalogue.ts'
import type { SettingDefinition } from './setting-definition.ts'
import { periodOn, periodsOf, type SettingChange, type SettingPeriod } from './setting-timeline.ts'
import { sourceOf } from './setting-values.ts'
import { valueWords } from './setting-words.ts'
import type { SettingPeriodView, SettingView } from './settings-contract.ts'

const periodView = (definition: SettingDefinition, { from, until, value, source, origin }: SettingPeriod): SettingPeriodView => ({
  from,
  until,
  value,
  words: valueWords(definition, value),
  ...sourceOf({ value, source }),
  origin,
})

/** A kept value in words, also where the catalogue knows it no longer. */
const enteredWords = (definition: SettingDefinition, kept: string | null): string | null =>
  kept === null ? null : valueWords(definition, definition.unit === 'choice' ? kept : Number(kept))

/** One setting with what holds today, what is planned, what held before, and who entered what. */
export const settingView = (name: SettingName, changes: readonly SettingChange[], today: PlainDate): SettingView => {
  const definition: SettingDefinition = SETTINGS[name]
  const periods = periodsOf(definition, changes)
  const view = (period: SettingPeriod) => periodView(definition, period)
  const isAmount = definition.unit !== 'choice'
  return {
    name,
    group: definition.group,
    words: definition.words,
    kind: definition.kind,
    unit: definition.unit,
    least: isAmount ? definition.least : null,
    most: isAmount ? definition.most : null,
    choices: isAmount ? [] : Object.entries(definition.choices).map(([value, words]) => ({ value, words })),
    today: view(periodOn(periods, today)),
    planned: periods.filter(({ from }) => from !== null && from > today).map(view),
    earlier: periods
      .filter(({ until }) => until !== null && until < today)
      .map(view)
      .reverse(),
    changes: changes
      .map(({ version, value, from, until, source, reason, by, at }) => ({
        version,
        words: enteredWords(definition, value),
        from,
        until,
        source,
        reason,
        by,
        at: at.toISOString(),
      }))
      .reverse(),
    version: changes.at(-1)?.version ?? 0,
  }
}
