import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import { addDays, parsePlainDate, type Now, type PlainDate } from '../core/plain-date.ts'
import { invalid, notFound, ok, refuse, type Result } from '../core/result.ts'
import type { SettingsDeps } from './list-settings.ts'
import { SETTINGS, isSettingName, type SettingName } from './setting-catalogue.ts'
import type { SettingDefinition } from './setting-definition.ts'
import { effectsOf, periodsOf, type SettingChange, type SettingEffect } from './setting-timeline.ts'
import { settingView } from './setting-view.ts'
import { periodWords, valueWords } from './setting-words.ts'
import { maySetting } from './settings-access.ts'
import type { SettingEffectView, SettingView, changeSettingCommand } from './settings-contract.ts'

export type ChangeSettingCommand = z.output<typeof changeSettingCommand> & { readonly name: string }
export type ChangeSetting = (
  actor: Actor,
  command: ChangeSettingCommand,
) => Promise<Result<{ readonly setting: SettingView; readonly effects: SettingEffectView[] }>>

/** The first day that anything may be dated: before the regulations whose timings these are. */
const FIRST_DAY = '2000-01-01'
const LAST_DAY = '2099-12-31'

/** The value as it is kept; invalid with what to write instead. */
const keptValue = (definition: SettingDefinition, value: ChangeSettingCommand['value']): Result<string | null> => {
  if (value === null) return ok(null)
  if (definition.unit === 'choice')
    return typeof value === 'string' && Object.hasOwn(definition.choices, value)
      ? ok(value)
      : invalid('value', `Choose ${Object.keys(definition.choices).join(' or ')}.`)
  const { least, most } = definition
  return typeof value === 'number' && value >= least && value <= most
    ? ok(value.toString())
    : invalid('value', `Write a whole number from ${least.toString()} to ${valueWords(definition, most)}.`)
}

const days = ({ from: first, until: last }: ChangeSettingCommand): Result<Pick<SettingChange, 'from' | 'until'>> => {
  const from = parsePlainDate(first)
  const until = last === undefined ? null : parsePlainDate(last)
  if (from === undefined || from < FIRST_DAY || from > LAST_DAY) return invalid('from', 'Write a day from 2000 to 2099 as 2026-11-22.')
  if (until === undefined || (until !== null && until > LAST_DAY)) return invalid('until', 'Write a day up to 2099 as 2026-11-22.')
  if (until !== null && until < from) return invalid('until', 'The last day is before the first.')
  return ok({ from, until })
}

/** The part of an effect that lies before today, and the whole of it where the agency had planned something else. */
const pastOrPlanned = (effect: SettingEffect, today: PlainDate): readonly SettingEffect[] => {
  const yesterday = addDays(today, -1)
  const isPlan = effect.was.origin === 'agency' && effect.was.from !== null && effect.was.from > today
  if (isPlan) return [effect]
  if (effect.from !== null && effect.from > yesterday) return []
  return [{ ...effect, until: effect.until === null || effect.until > yesterday ? yesterday : effect.until }]
}

const effectView = (definition: SettingDefinition, { from, until, was, becomes }: SettingEffect): SettingEffectView => ({
  from,
  until,
  was: valueWords(definition, was.value),
  becomes: valueWords(definition, becomes.value),
})

/** What the change does to all days; invalid where it does nothing, or where it rewrites the past or a plan and nobody said why. */
const judged = (
  definition: SettingDefinition,
  changes: readonly SettingChange[],
  change: SettingChange,
  today: PlainDate,
): Result<readonly SettingEffect[]> => {
  const [before, after] = [periodsOf(definition, changes), periodsOf(definition, [...changes, change])]
  if (JSON.stringify(before) === JSON.stringify(after)) return invalid('value', 'This holds already on those days, with the same source. Nothing would change.')
  const effects = effectsOf(before, after)
  const rewritten = effects.flatMap((effect) => pastOrPlanned(effect, today))
  if (rewritten.length > 0 && change.reason === null) {
    const said = rewritten.map((effect) => `${valueWords(definition, effect.was.value)} ${periodWords(effect)}`).join('; ')
    return invalid('reason', `Say why. This changes what held or was planned: ${said}.`)
  }
  return ok(effects)
}

/**
 * Gives a setting of the actor's own agency a value for some days: over whatever was entered for them before, so that one value holds on
 * each day. Refuses: not-allowed, not-found for a name that is none, stale-version when somebody else was first, invalid with a sentence
 * for a value or days that cannot be, for what changes nothing, and for a change of the past or of a plan without a reason.
 */
export const changeSetting =
  ({ register, today, now }: SettingsDeps & { readonly now: Now }): ChangeSetting =>
  async (actor, command) => {
    const { name, key } = command
    const done = await register.as(
      actor,
      { verb: 'setting.changed', subjects: [name], key, command },
      async ({ settings, audit }): Promise<Result<{ readonly name: SettingName; readonly effects: SettingEffectView[] }>> => {
        if (!maySetting(actor, 'change')) return refuse({ kind: 'not-allowed', action: 'change the settings' })
        if (!isSettingName(name)) return notFound()
        const definition: SettingDefinition = SETTINGS[name]
        const value = keptValue(definition, command.value)
        if (!value.ok) return value
        const period = days(command)
        if (!period.ok) return period

        const changes = (await settings.changes()).get(name) ?? []
        const version = (changes.at(-1)?.version ?? 0) + 1
        if (command.version + 1 !== version) return refuse({ kind: 'conflict', reason: 'stale-version' })
        const { source, reason = null } = command
        const change: SettingChange = { version, value: value.value, ...period.value, source, reason, by: actor.name, at: now() }
        const effects = judged(definition, changes, change, today())
        if (!effects.ok) return effects
        if (!(await settings.add(name, change, actor))) return refuse({ kind: 'conflict', reason: 'stale-version' })
        await audit.record({ verb: 'setting.changed', subjectAgencyId: actor.agencyId, subjects: [name] })
        return ok({ name, effects: effects.value.map((effect) => effectView(definition, effect)) })
      },
    )
    // read afterwards: the same key answers with how the setting stands now
    return done.ok
      ? register.as(actor, { verb: 'setting.listed', subjects: [name] }, async ({ settings }) => {
          const changes = (await settings.changes()).get(done.value.name) ?? []
          return ok({ setting: settingView(done.value.name, changes, today()), effects: done.value.effects })
        })
      : done
  }
