import type { Actor } from '../core/actor.ts'
import type { Today } from '../core/plain-date.ts'
import { ok, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { SETTINGS } from '../settings/setting-catalogue.ts'
import type { SettingValues } from '../settings/setting-values.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { askWaiting } from './ask-waiting.ts'
import type { WaitingFigures, WaitingFilter } from './waiting-list.ts'
import type { WaitingStore } from './waiting-store.ts'

interface Deps {
  readonly register: Register<{ readonly waiting: WaitingStore; readonly settings: SettingsStore }>
  readonly today: Today
}
export type ReadWaitingFigures = (actor: Actor, filter: WaitingFilter) => Promise<Result<WaitingFigures>>

const ORDER_TO_MATCH = ['nationalOrderToMatch', 'averageOrderToMatch', 'ownOrderToMatch'] as const

const thresholdsOf = (settings: SettingValues): WaitingFigures['thresholds'] =>
  ORDER_TO_MATCH.flatMap((name) => {
    const { value } = settings[name]
    return value === null ? [] : [{ words: SETTINGS[name].words, limit: value }]
  })

/**
 * Counts, longest and median wait over the rows that this actor's list has, and what a wait is judged by at the own agency. Shows no
 * child, so the audit has no line for it.
 */
export const waitingFigures =
  ({ register, today }: Deps): ReadWaitingFigures =>
  (actor, filter) =>
    register.as(actor, { verb: 'waiting.counted' }, async ({ waiting, settings }) => {
      const asked = await askWaiting(waiting, actor, filter, today)
      if (!asked.ok) return asked
      return ok({ ...(await waiting.figures(asked.value)), thresholds: thresholdsOf(await settings.valuesOn(today())) })
    })
