import { Field, Input } from '@fluentui/react-components'
import type { Setting } from '../../../api/settings-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { UNIT_WORDS } from './setting-words.ts'

interface ValueFieldProps {
  readonly setting: Setting
  readonly value: string
  readonly set: (value: string) => void
  readonly wrong: string | undefined
}

/** So many of the setting's unit, within its bounds, or one of its choices. */
export const ValueField = ({ setting, value, set, wrong }: ValueFieldProps) => {
  const { unit, choices, least, most } = setting
  if (unit === 'choice') return <ChoiceField label="Value" value={value} choices={choices} choose={set} wrong={wrong} required />
  return (
    <Field label="Value" required hint={`From ${least ?? 0} to ${most ?? ''} ${UNIT_WORDS[unit]}`} {...(wrong !== undefined && { validationMessage: wrong })}>
      <Input
        type="number"
        inputMode="numeric"
        value={value}
        min={least ?? undefined}
        max={most ?? undefined}
        contentAfter={UNIT_WORDS[unit]}
        onChange={(_event, data) => set(data.value)}
      />
    </Field>
  )
}
