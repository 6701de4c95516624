import * as z from 'zod'
import { SETTING_GROUPS, SETTING_KINDS, SETTING_ORIGINS, SETTING_UNITS } from './setting-kinds.ts'

const date = z.iso.date()
/** a whole number of the setting's unit, the word of a choice, or null: none */
const value = z.union([z.int(), z.string()]).nullable()

/** Days on which one value holds, both ends included; null is since ever, or without an end. */
const period = z.strictObject({
  from: date.nullable(),
  until: date.nullable(),
  value,
  words: z.string(),
  source: z.string(),
  /** false: nobody has said who says so; shown as a local practice to confirm */
  isConfirmed: z.boolean(),
  origin: z.enum(SETTING_ORIGINS),
})

/** As it was entered. */
const change = z.strictObject({
  version: z.int(),
  /** null: what came with the app holds again */
  words: z.string().nullable(),
  from: date,
  until: date.nullable(),
  source: z.string(),
  reason: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})

export const setting = z.strictObject({
  name: z.string(),
  group: z.enum(SETTING_GROUPS),
  words: z.string(),
  kind: z.enum(SETTING_KINDS),
  unit: z.enum(SETTING_UNITS),
  /** of an amount */
  least: z.int().nullable(),
  most: z.int().nullable(),
  /** of a choice; empty where an amount is set */
  choices: z.array(z.strictObject({ value: z.string(), words: z.string() })),
  today: period,
  planned: z.array(period),
  /** newest first */
  earlier: z.array(period),
  /** newest first */
  changes: z.array(change),
  /** of the last change, 0 before the first: a new change names it */
  version: z.int(),
})
/** `GET /api/v1/settings` */
export const settings = z.strictObject({ items: z.array(setting), mayChange: z.boolean() })

const text = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .regex(/^\P{Cc}*$/u, 'must be one line of plain text')

/** `POST /api/v1/settings/{name}`: a value for some days. `version` is the one that the person saw. */
export const changeSettingCommand = z.strictObject({
  /** null: what came with the app holds again */
  value: z.union([z.int(), z.string().max(60)]).nullable(),
  from: date,
  /** the last day; absent: until something else is entered */
  until: date.optional(),
  source: text,
  /** needed where the past or a plan is changed */
  reason: text.optional(),
  version: z.int().min(0),
  key: z.uuid(),
})

/** What was changed, in the order of the days: what held or was planned before, and what does now. */
const effect = z.strictObject({ from: date.nullable(), until: date.nullable(), was: z.string(), becomes: z.string() })
export const changedSetting = z.strictObject({ setting, effects: z.array(effect) })

export type SettingView = z.output<typeof setting>
export type SettingPeriodView = z.output<typeof period>
export type SettingEffectView = z.output<typeof effect>
