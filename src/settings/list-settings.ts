import type * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Today } from '../core/plain-date.ts'
import { ok, refuse, type Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { SETTING_NAMES } from './setting-catalogue.ts'
import { settingView } from './setting-view.ts'
import { maySetting } from './settings-access.ts'
import type { settings as contract } from './settings-contract.ts'
import type { SettingsStore } from './settings-store.ts'

export interface SettingsDeps {
  readonly register: Register<{ readonly settings: SettingsStore }>
  readonly today: Today
}
export type ListSettings = (actor: Actor) => Promise<Result<z.output<typeof contract>>>

/** Every timing and threshold of the actor's own agency, in the order of the catalogue. Says nothing about a child, so a reading leaves no audit line. */
export const listSettings =
  ({ register, today }: SettingsDeps): ListSettings =>
  (actor) =>
    register.as(actor, { verb: 'setting.listed' }, async ({ settings }) => {
      if (!maySetting(actor, 'read')) return refuse({ kind: 'not-allowed', action: 'see the settings' })
      const changes = await settings.changes()
      const items = SETTING_NAMES.map((name) => settingView(name, changes.get(name) ?? [], today()))
      return ok({ items, mayChange: maySetting(actor, 'change') })
    })
