import { Radio, RadioGroup, Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { WITHDRAWAL_REASONS, WITHDRAWAL_WAYS } from '../../../src/posts/post-kinds.ts'
import { useWithdrawPost } from '../../api/queries.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { useCommandKey } from '../../components/command-key.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { BECAUSE_WORDS } from '../../text/posts.ts'

type Because = (typeof WITHDRAWAL_REASONS)[number]
type How = (typeof WITHDRAWAL_WAYS)[number]
const REASONS = [{ value: '', words: 'Choose why' }, ...WITHDRAWAL_REASONS.map((value) => ({ value, words: BECAUSE_WORDS[value] }))]
const HOW_WORDS: Readonly<Record<How, string>> = {
  replace: 'Replace it by a card that says it was taken back: those who read it know',
  delete: 'Delete the message: nothing is left in the channel',
}

interface WithdrawDialogProps {
  readonly group: string
  /** "FF-7K3Q0" or "the list" */
  readonly what: string
  readonly copies: number
  readonly close: () => void
  readonly done: (sentence: string) => void
}

/** Takes every copy of a card back. */
export const WithdrawDialog = ({ group, what, copies, close, done }: WithdrawDialogProps) => {
  const [because, setBecause] = useState<Because>()
  const [how, setHow] = useState<How>('replace')
  const [key] = useCommandKey()
  const withdraw = useWithdrawPost(group)
  const save = () => {
    if (because === undefined) return
    withdraw.mutate({ because, how, key }, { onSuccess: () => done(`${what}: being taken back${copies === 1 ? '' : ` from ${copies} channels`}.`) })
  }
  return (
    <FormDialog
      title={`Take ${what} back`}
      act="Take it back"
      isRunning={withdraw.isPending}
      error={withdraw.error}
      fields={[]}
      isReady={because !== undefined}
      save={save}
      close={close}
    >
      <ChoiceField
        label="Why"
        required
        value={because ?? ''}
        choices={REASONS}
        choose={(value) => setBecause(WITHDRAWAL_REASONS.find((one) => one === value))}
      />
      <Field label="How">
        <RadioGroup value={how} onChange={(_event, { value }) => setHow(WITHDRAWAL_WAYS.find((one) => one === value) ?? how)}>
          {WITHDRAWAL_WAYS.map((way) => (
            <Radio key={way} value={way} label={HOW_WORDS[way]} />
          ))}
        </RadioGroup>
      </Field>
      <Text>Somebody may have read it already. Your organisation’s Teams may keep deleted messages for its own records.</Text>
    </FormDialog>
  )
}
