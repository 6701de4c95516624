import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeSharing } from '../../../api/administration-queries.ts'
import type { Partner } from '../../../api/administration-queries.ts'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { conflictOf, fieldWords } from '../../../text/problems.ts'
import { SHARES_WORDS } from './sharing-words.ts'

const FIELDS = ['/reason', '/sharesFrom']

interface ChangeSharingProps {
  readonly was: Partner['sharesFrom']
  readonly saved: () => void
  readonly close: () => void
}

/** There are two rules: changing is choosing the other one, and saying who decided it and why. */
export const ChangeSharing = ({ was, saved, close }: ChangeSharingProps) => {
  const change = useChangeSharing()
  const [key, renewKey] = useCommandKey()
  const [reason, setReason] = useState('')
  const sharesFrom = was === 'adm-decision' ? 'placement-order' : 'adm-decision'
  const wrong = fieldWords(change.error, '/reason') ?? fieldWords(change.error, '/sharesFrom')
  const type = (value: string) => {
    setReason(value)
    renewKey()
    change.reset()
  }
  return (
    <FormDialog
      title="Change from when your agency shares"
      act="Change"
      isRunning={change.isPending}
      error={change.error}
      fields={FIELDS}
      isReady={reason.trim().length >= 10}
      save={() => change.mutate({ was, sharesFrom, reason, key }, { onSuccess: saved, onError: (error) => conflictOf(error) && renewKey() })}
      close={close}
    >
      <Text>
        From now on: {SHARES_WORDS[sharesFrom]}, no longer {SHARES_WORDS[was]}.{' '}
        {sharesFrom === 'placement-order'
          ? 'Partners can then no longer open children of yours who have a decision and no order yet, and cards about them are no longer posted.'
          : 'Partners can then also open children of yours who have a decision and no order yet.'}
      </Text>
      <Field
        label="Who decided this, when, and why"
        hint="Kept with the change; name no child"
        required
        {...(wrong !== undefined && { validationMessage: wrong })}
      >
        <Textarea value={reason} textarea={{ maxLength: 500, rows: 3 }} onChange={(_event, { value }) => type(value)} />
      </Field>
    </FormDialog>
  )
}
