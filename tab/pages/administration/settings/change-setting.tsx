import { Checkbox, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeSetting } from '../../../api/settings-queries.ts'
import type { Setting, SettingEffect } from '../../../api/settings-queries.ts'
import { useCommandKey } from '../../../components/command-key.ts'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { londonDate } from '../../../text/dates.ts'
import { conflictOf, fieldWords } from '../../../text/problems.ts'
import { ValueField } from './value-field.tsx'

const FIELDS = ['/value', '/from', '/until', '/source', '/reason']

interface ChangeSettingProps {
  readonly setting: Setting
  readonly saved: (effects: readonly SettingEffect[]) => void
  readonly close: () => void
}

/** A value for some days, with who says so; a reason where the past or a plan is changed. The service says what would be changed. */
export const ChangeSetting = ({ setting, saved, close }: ChangeSettingProps) => {
  const change = useChangeSetting(setting.name)
  const [key, renewKey] = useCommandKey()
  const isConfirmed = setting.today.isConfirmed && setting.today.origin === 'agency'
  const [form, setForm] = useState({
    value: setting.today.value === null ? '' : String(setting.today.value),
    back: false,
    from: londonDate(new Date()),
    until: '',
    source: isConfirmed ? setting.today.source : '',
    reason: '',
  })
  const set = (more: Partial<typeof form>) => {
    setForm({ ...form, ...more })
    renewKey()
    change.reset()
  }
  const save = () => {
    const { value, back, from, until, source, reason } = form
    const command = {
      value: back ? null : setting.unit === 'choice' ? value : Number(value),
      from,
      source,
      version: setting.version,
      key,
      ...(until !== '' && { until }),
      ...(reason.trim() !== '' && { reason }),
    }
    change.mutate(command, { onSuccess: ({ effects }) => saved(effects), onError: (error) => conflictOf(error) && renewKey() })
  }
  const wrong = (pointer: string) => fieldWords(change.error, pointer)
  const text = (name: 'source' | 'reason', label: string, hint: string) => {
    const words = wrong(`/${name}`)
    return (
      <Field label={label} hint={hint} required={name === 'source'} {...(words !== undefined && { validationMessage: words })}>
        <Input value={form[name]} maxLength={300} onChange={(_event, { value }) => set({ [name]: value })} />
      </Field>
    )
  }
  return (
    <FormDialog
      title="Change a setting"
      act="Save"
      isRunning={change.isPending}
      error={change.error}
      fields={FIELDS}
      isReady={(form.back || form.value !== '') && form.from !== '' && form.source.trim().length >= 3}
      save={save}
      close={close}
    >
      <Text>
        {setting.words}. Today: {setting.today.words}.
      </Text>
      {setting.version > 0 && (
        <Checkbox label="Back to what came with the app" checked={form.back} onChange={(_event, { checked }) => set({ back: checked === true })} />
      )}
      {!form.back && <ValueField setting={setting} value={form.value} set={(value) => set({ value })} wrong={wrong('/value')} />}
      <DateField label="First day" value={form.from} set={(from) => set({ from })} wrong={wrong('/from')} required />
      <DateField
        label="Last day"
        value={form.until}
        set={(until) => set({ until })}
        wrong={wrong('/until')}
        hint="Left empty: until something else is entered"
      />
      {text('source', 'Who says so', 'A law, a procedure, a decision and its day')}
      {text('reason', 'Why', 'Needed where the past or a plan is changed')}
    </FormDialog>
  )
}
