import * as z from 'zod'
import { route, type Route } from '../http/route.ts'
import type { ChangeSetting } from './change-setting.ts'
import type { ListSettings } from './list-settings.ts'
import { changeSettingCommand, changedSetting, settings } from './settings-contract.ts'

export interface SettingsUseCases {
  readonly listSettings: ListSettings
  readonly changeSetting: ChangeSetting
}

const byName = z.strictObject({ name: z.string().regex(/^[a-zA-Z]{1,60}$/u) })

export const settingsRoutes = ({ listSettings, changeSetting }: SettingsUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/settings',
    summary: 'Every timing and threshold of your own agency: what holds today, since when, who says so, what held before and what is planned',
    answer: settings,
    handle: (actor) => listSettings(actor),
  }),
  route({
    method: 'post',
    path: '/settings/:name',
    summary: 'Give a setting of your own agency a value for some days',
    params: byName,
    body: changeSettingCommand,
    answer: changedSetting,
    handle: (actor, { params, body }) => changeSetting(actor, { ...body, name: params.name }),
  }),
]
