import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { useChangeWorker } from '../../../api/administration-queries.ts'
import type { Worker, WorkerChange } from '../../../api/administration-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { conflictOf, fieldWords } from '../../../text/problems.ts'
import { ROLE_CHOICES, heldWords, isRole } from '../../../text/roles.ts'

const FIELDS = ['/role', '/from', '/on', '/grantedOn']
type What = WorkerChange['to']
const WHAT: readonly (readonly [What, string])[] = [
  ['roles', 'Give a role'],
  ['roles/end', 'End a role'],
  ['leaving', 'This person leaves'],
]
const DAY_WORDS: Readonly<Record<What, string>> = { roles: 'From', 'roles/end': 'First day without the role', leaving: 'First day away' }

interface ChangePersonProps {
  readonly person: Worker
  readonly today: string
  readonly saved: () => void
  readonly close: () => void
}

/** Gives or ends a role, or says that somebody leaves, from today or a later day. */
export const ChangePerson = ({ person, today, saved, close }: ChangePersonProps) => {
  const change = useChangeWorker(person.id)
  const [key, renewKey] = useCommandKey()
  const open = person.roles.filter(({ state }) => state !== 'ended')
  const [form, setForm] = useState({ what: 'roles' as What, role: '', held: '', on: today })
  const set = (more: Partial<typeof form>) => {
    setForm({ ...form, ...more })
    renewKey()
    change.reset()
  }
  const { what, role, held, on } = form
  const ending = open.find((one) => heldWords(one) === held)
  const wanted = (): WorkerChange | undefined => {
    if (on === '') return undefined
    if (what === 'leaving') return { to: what, command: { on, key } }
    if (what === 'roles') return isRole(role) ? { to: what, command: { role, from: on, key } } : undefined
    return ending && { to: what, command: { role: ending.role, grantedOn: ending.grantedOn, on, key } }
  }
  const command = wanted()
  const wrong = (pointer: string) => fieldWords(change.error, pointer)
  return (
    <FormDialog
      title={`Change ${person.name}`}
      act="Save"
      isRunning={change.isPending}
      error={change.error}
      fields={FIELDS}
      isReady={command !== undefined}
      save={() => command && change.mutate(command, { onSuccess: saved, onError: (error) => conflictOf(error) && renewKey() })}
      close={close}
    >
      <Field label="What changes">
        <RadioGroup value={what} onChange={(_event, { value }) => set({ what: WHAT.find(([one]) => one === value)?.[0] ?? 'roles' })}>
          {WHAT.filter(([one]) => one !== 'roles/end' || open.length > 0).map(([one, words]) => (
            <Radio key={one} value={one} label={words} />
          ))}
        </RadioGroup>
      </Field>
      {what === 'roles' && (
        <ChoiceField
          label="Role"
          value={role}
          choices={[{ value: '', words: 'Choose a role', disabled: true }, ...ROLE_CHOICES]}
          choose={(value) => set({ role: value })}
          wrong={wrong('/role')}
          required
        />
      )}
      {what === 'roles/end' && (
        <ChoiceField
          label="Role"
          value={held}
          choices={[{ value: '', words: 'Choose a role', disabled: true }, ...open.map((one) => ({ value: heldWords(one), words: heldWords(one) }))]}
          choose={(value) => set({ held: value })}
          wrong={wrong('/role') ?? wrong('/grantedOn')}
          required
        />
      )}
      <DateField label={DAY_WORDS[what]} value={on} set={(value) => set({ on: value })} wrong={wrong(what === 'roles' ? '/from' : '/on')} required />
    </FormDialog>
  )
}
