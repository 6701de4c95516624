import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeRecord } from '../../../api/retention-queries.ts'
import type { RetentionRecord } from '../../../api/retention-queries.ts'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { fieldWords } from '../../../text/problems.ts'

interface FiledFormProps {
  readonly record: RetentionRecord
  readonly receipt: string
  readonly saved: () => void
  readonly close: () => void
}

/** Somebody has put the file into the agency's own record and says where it is. */
export const FiledForm = ({ record, receipt, saved, close }: FiledFormProps) => {
  const change = useChangeRecord(record.reference)
  const [key, renewKey] = useCommandKey()
  const [filedAs, setFiledAs] = useState('')
  const type = (value: string) => {
    setFiledAs(value)
    renewKey()
    change.reset()
  }
  return (
    <FormDialog
      title={`Confirm that ${record.reference} is filed`}
      act="Confirm"
      isRunning={change.isPending}
      error={change.error}
      fields={['/filedAs', '/receipt']}
      isReady={filedAs.trim() !== ''}
      save={() => change.mutate({ to: 'record-export/filed', command: { receipt, filedAs, key } }, { onSuccess: saved })}
      close={close}
    >
      <Text>The file whose name has {receipt.slice(0, 16)} in it is in your agency’s own record, complete and readable. The purge relies on this.</Text>
      <TextField
        label="Number or place in your agency’s own record"
        value={filedAs}
        set={type}
        hint="Kept encrypted, and removed with the record"
        wrong={fieldWords(change.error, '/filedAs') ?? fieldWords(change.error, '/receipt')}
        required
      />
    </FormDialog>
  )
}
