import { Text } from '@fluentui/react-components'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { attemptWords } from '../journey-phases.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'

/** For a disruption or a new decision that was recorded by mistake. */
export const TakeBackForm = ({ child, close, done }: FormProps) => {
  const { save, state } = useChildCommand(child, 'attempts/taken-back', done)
  const last = child.attempts.at(-1)
  return (
    <FormDialog
      {...state}
      title="Take back how the last attempt ended"
      act="Take back"
      fields={[]}
      isReady={last !== undefined}
      save={() => save({}, 'Taken back: the attempt is the current one again, with all its dates.')}
      close={close}
    >
      {last && <Text weight="semibold">{attemptWords(last).title}</Text>}
      <Text>Use this where it was recorded by mistake. The attempt becomes the current one again, with all its dates. The audit keeps both.</Text>
    </FormDialog>
  )
}
