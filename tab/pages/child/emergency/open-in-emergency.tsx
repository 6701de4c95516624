import { Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { GLASS_REASONS } from '../../../../src/children/break-glass/break-glass-contract.ts'
import { useOpenInEmergency } from '../../../api/emergency-queries.ts'
import type { OpenedRecord } from '../../../api/emergency-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { Notice } from '../../../components/notice.tsx'
import { GLASS_REASON_WORDS } from '../../../text/emergency.ts'
import { fieldWords } from '../../../text/problems.ts'

interface OpenInEmergencyProps {
  readonly reference: string
  readonly owner: string
  readonly close: () => void
  readonly show: (record: OpenedRecord) => void
}

const FIELDS = ['/reason', '/sentence']
const SHORTEST = 10

/** Why a partner's record is opened: a reason of a list and a sentence, which the managers of both agencies read. */
const OpenInEmergency = ({ reference, owner, close, show }: OpenInEmergencyProps) => {
  const [key, renew] = useCommandKey()
  const [reason, choose] = useState('')
  const [sentence, type] = useState('')
  const { mutate, error, isPending } = useOpenInEmergency(reference)
  const chosen = GLASS_REASONS.find((one) => one === reason)
  const wrong = fieldWords(error, '/sentence')
  const open = () => chosen && mutate({ reason: chosen, sentence, key }, { onSuccess: show })
  return (
    <FormDialog
      title={`Open ${reference} in an emergency`}
      act="Open the record"
      isRunning={isPending}
      error={error}
      fields={FIELDS}
      isReady={chosen !== undefined && sentence.trim().length >= SHORTEST}
      save={open}
      close={close}
    >
      <Notice tone="warning" title="Both agencies are told.">
        The managers of {owner} and of your agency can read at once that you opened this record, when, and why. It is in the audit of both.
      </Notice>
      <Text>You see the record as {owner} does, name and date of birth too, and can change nothing. It closes by itself.</Text>
      <ChoiceField
        label="Reason"
        required
        value={reason}
        choices={[{ value: '', words: 'Choose a reason' }, ...GLASS_REASONS.map((one) => ({ value: one, words: GLASS_REASON_WORDS[one] }))]}
        choose={(value) => {
          choose(value)
          renew()
        }}
        wrong={fieldWords(error, '/reason')}
      />
      <Field
        label="What happened"
        required
        hint="One sentence, without names: it is read in both agencies."
        {...(wrong !== undefined && { validationMessage: wrong })}
      >
        <Textarea
          value={sentence}
          textarea={{ maxLength: 300, rows: 3 }}
          onChange={(_event, { value }) => {
            type(value)
            renew()
          }}
        />
      </Field>
    </FormDialog>
  )
}

export default OpenInEmergency
