import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeRecord } from '../../../api/retention-queries.ts'
import type { Hold, RetentionRecord } from '../../../api/retention-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { fieldWords } from '../../../text/problems.ts'
import { HOLD_WORDS } from './retention-words.ts'

const isReason = (text: string): text is Hold['reason'] => text in HOLD_WORDS

interface HoldFormProps {
  readonly record: RetentionRecord
  readonly what: 'holds' | 'holds/lifted'
  readonly saved: () => void
  readonly close: () => void
}

/** Holds a record for one more reason, or lifts one of its holds. */
export const HoldForm = ({ record, what, saved, close }: HoldFormProps) => {
  const change = useChangeRecord(record.reference)
  const [key, renewKey] = useCommandKey()
  const open = record.holds.filter(({ liftedAt }) => liftedAt === null).map(({ reason }) => reason)
  const offered = (Object.keys(HOLD_WORDS) as Hold['reason'][]).filter((reason) => open.includes(reason) === (what === 'holds/lifted'))
  const [reason, setReason] = useState(what === 'holds/lifted' && offered.length === 1 ? (offered[0] ?? '') : '')
  const choose = (value: string) => {
    setReason(value)
    renewKey()
    change.reset()
  }
  return (
    <FormDialog
      title={what === 'holds' ? `Hold ${record.reference}` : `Lift a hold on ${record.reference}`}
      act={what === 'holds' ? 'Hold' : 'Lift the hold'}
      isRunning={change.isPending}
      error={change.error}
      fields={['/reason']}
      isReady={isReason(reason)}
      save={() => isReason(reason) && change.mutate({ to: what, command: { reason, key } }, { onSuccess: saved })}
      close={close}
    >
      <Text>
        {what === 'holds'
          ? 'A held record is kept, whatever its time, until every hold is lifted.'
          : 'Both who held it and who lifted the hold stay on record.'}
      </Text>
      <ChoiceField
        label="Reason"
        value={reason}
        choices={[{ value: '', words: 'Choose a reason', disabled: true }, ...offered.map((one) => ({ value: one, words: HOLD_WORDS[one] }))]}
        choose={choose}
        wrong={fieldWords(change.error, '/reason')}
        required
      />
    </FormDialog>
  )
}
