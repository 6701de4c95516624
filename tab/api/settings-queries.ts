import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { changedSetting, settings } from '../../src/settings/settings-contract.ts'
import type { changeSettingCommand, setting } from '../../src/settings/settings-contract.ts'
import { useClient } from './queries.ts'

export type Setting = z.output<typeof setting>
export type SettingPeriod = Setting['today']
export type SettingChange = Setting['changes'][number]
export type SettingEffect = z.output<typeof changedSetting>['effects'][number]
type ChangeSettingCommand = z.input<typeof changeSettingCommand>

export const useSettings = () => {
  const client = useClient()
  return useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => client.call({ path: 'settings', answer: settings, signal }) })
}

/** The list is read again also after a conflict, so that the form goes on from how the setting stands now. */
export const useChangeSetting = (name: string) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: ChangeSettingCommand) => client.call({ path: `settings/${encodeURIComponent(name)}`, body: command, answer: changedSetting }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['settings'] }),
  })
}
