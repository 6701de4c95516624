import { randomUUID } from 'node:crypto'
import type { PlainDate } from '../../src/core/plain-date.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { changeSetting, type ChangeSettingCommand } from '../../src/settings/change-setting.ts'
import { listSettings } from '../../src/settings/list-settings.ts'
import { settingsStore } from '../../src/settings/settings-store.ts'
import { seedPartnership } from '../support/partnership.ts'
import { rowsOf } from '../support/rows.ts'
import { openTestDatabase } from '../support/test-database.ts'

export const day = (text: string): PlainDate => text as PlainDate

/** The decision within ten working days from today on, entered for the first time. */
export const aChange = (more: Partial<ChangeSettingCommand> = {}): ChangeSettingCommand => ({
  name: 'admDecisionWithin',
  value: 10,
  from: '2026-11-22',
  source: 'Adoption procedures, section 4',
  version: 0,
  key: randomUUID(),
  ...more,
})

/** The settings on a real register; it is 22 November 2026. */
export const aSettingsDesk = async () => {
  const database = await openTestDatabase()
  const now = () => new Date('2026-11-22T08:15:00Z')
  const register = openRegister({ database, makeScope: (trx, who) => ({ settings: settingsStore(trx, who) }), now })
  const deps = { register, today: () => day('2026-11-22'), now }
  return {
    database,
    register,
    list: listSettings(deps),
    change: changeSetting(deps),
    rows: <Row>(statement: string): Promise<readonly Row[]> => rowsOf<Row>(database, statement),
    reset: async (): Promise<void> => {
      await database.truncate()
      await seedPartnership(database)
    },
  }
}
export type SettingsDesk = Awaited<ReturnType<typeof aSettingsDesk>>
