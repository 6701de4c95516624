import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeRecord } from '../../../api/retention-queries.ts'
import type { RetentionRecord } from '../../../api/retention-queries.ts'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { referenceOf } from '../../../router.ts'
import { fieldWords } from '../../../text/problems.ts'

interface PurgeFormProps {
  readonly record: RetentionRecord
  readonly saved: () => void
  readonly close: () => void
}

/** It cannot be undone, so the reference is typed once more. */
export const PurgeForm = ({ record, saved, close }: PurgeFormProps) => {
  const change = useChangeRecord(record.reference)
  const [key, renewKey] = useCommandKey()
  const [confirmation, setConfirmation] = useState('')
  const type = (value: string) => {
    setConfirmation(value)
    renewKey()
    change.reset()
  }
  return (
    <FormDialog
      title={`Purge ${record.reference}`}
      act="Purge for good"
      isRunning={change.isPending}
      error={change.error}
      fields={['/confirmation']}
      isReady={referenceOf(confirmation) === record.reference}
      save={() => change.mutate({ to: 'purge', command: { confirmation, key } }, { onSuccess: saved })}
      close={close}
    >
      <Text>
        Name, birth date, dates, needs and everything else about this child are removed from this app, the key that they were encrypted with is destroyed, and
        posted cards are taken back. This cannot be undone, also not from a backup. It stays on record that there was {record.reference}, and who purged it.
      </Text>
      <TextField
        label={`Type ${record.reference} to confirm`}
        value={confirmation}
        set={type}
        longest={20}
        wrong={fieldWords(change.error, '/confirmation')}
        required
      />
    </FormDialog>
  )
}
