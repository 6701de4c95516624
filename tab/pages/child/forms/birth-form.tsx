import { Text } from '@fluentui/react-components'
import { SEXES } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import { SEX_WORDS } from '../../../text/words.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

const EMPTY = { on: '', sex: '', name: '' }

/** An unborn baby was born: the same record goes on, with everything that was planned before. */
export const BirthForm = ({ child, close, done }: FormProps) => {
  const { changed, save, wrong, state } = useChildCommand(child, 'birth', done)
  const {
    values: { on, sex, name },
    set,
  } = useDraft(EMPTY, changed)
  const send = () => save({ on, sex: SEXES.find((one) => one === sex) ?? null, ...(name.trim() !== '' && { name }) }, `Recorded: born on ${dateWords(on)}.`)
  return (
    <FormDialog {...state} title="Record the birth" act="Record" fields={['/on', '/sex', '/name']} isReady={on !== ''} save={send} close={close}>
      <Text>The record goes on under the same reference. Name and date of birth stay private: opening them is recorded.</Text>
      <DateField label="Day of birth" required value={on} latest={londonDate(new Date())} wrong={wrong('/on')} set={(value) => set({ on: value })} />
      <ChoiceField
        label="Sex"
        value={sex}
        choices={[{ value: '', words: 'Not recorded' }, ...SEXES.map((one) => ({ value: one, words: SEX_WORDS[one] }))]}
        wrong={wrong('/sex')}
        choose={(value) => set({ sex: value })}
      />
      <TextField label="Name" value={name} wrong={wrong('/name')} set={(value) => set({ name: value })} />
    </FormDialog>
  )
}
