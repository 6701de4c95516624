import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'

const KINDS = {
  disruption: {
    title: 'Record a disruption',
    meaning: 'The placement ended before the adoption order. Match and placement are kept as an earlier attempt, and the child waits again.',
    label: 'Day of the disruption',
    said: 'Recorded: the placement disrupted on',
  },
  decision: {
    title: 'Adoption is the plan again',
    meaning: 'A new decision of the agency decision maker (ADM), after a plan that had ended. The earlier attempt is kept.',
    label: 'Day of the new decision',
    said: 'Recorded: adoption is the plan again, decided on',
  },
} as const

/** A turn of the plan of which only the day is asked: what it does is said first. */
export const DayForm = ({ kind, child, close, done }: FormProps & { readonly kind: keyof typeof KINDS }) => {
  const [on, setOn] = useState('')
  const { title, meaning, label, said } = KINDS[kind]
  const { changed, save, wrong, state } = useChildCommand(child, kind, done)
  return (
    <FormDialog {...state} title={title} act="Record" fields={['/on']} isReady={on !== ''} save={() => save({ on }, `${said} ${dateWords(on)}.`)} close={close}>
      <Text>{meaning}</Text>
      <DateField
        label={label}
        required
        value={on}
        latest={londonDate(new Date())}
        wrong={wrong('/on')}
        set={(value) => {
          setOn(value)
          changed()
        }}
      />
    </FormDialog>
  )
}
