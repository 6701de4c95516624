import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useAddWorker } from '../../../api/administration-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { fieldWords } from '../../../text/problems.ts'
import { ROLE_CHOICES, isRole } from '../../../text/roles.ts'

const FIELDS = ['/name', '/tenantId', '/objectId', '/role']

interface AddPersonProps {
  /** of the one who adds: most colleagues' accounts are there */
  readonly tenantId: string
  readonly added: (name: string) => void
  readonly close: () => void
}

/** Adds somebody by the account that they have in their own organisation, with a first role. */
export const AddPerson = ({ tenantId, added, close }: AddPersonProps) => {
  const add = useAddWorker()
  const [key, renewKey] = useCommandKey()
  const [form, setForm] = useState({ name: '', tenantId, objectId: '', role: '' })
  const set = (more: Partial<typeof form>) => {
    setForm({ ...form, ...more })
    renewKey()
    add.reset()
  }
  const save = () => {
    const { role } = form
    const command = { name: form.name, tenantId: form.tenantId.trim(), objectId: form.objectId.trim(), key, ...(isRole(role) && { role }) }
    add.mutate(command, { onSuccess: ({ name }) => added(name) })
  }
  const wrong = (pointer: string) => fieldWords(add.error, pointer)
  return (
    <FormDialog
      title="Add somebody"
      act="Add"
      isRunning={add.isPending}
      error={add.error}
      fields={FIELDS}
      isReady={form.name.trim() !== '' && form.objectId.trim() !== '' && form.tenantId.trim() !== ''}
      save={save}
      close={close}
    >
      <Text>
        Use the account that the person has in their own organisation, from its Microsoft Entra admin centre. A guest account in yours is of no use: it cannot
        sign in here.
      </Text>
      <TextField label="Name" value={form.name} set={(name) => set({ name })} wrong={wrong('/name')} longest={200} required />
      <TextField
        label="Object ID of the account"
        value={form.objectId}
        set={(objectId) => set({ objectId })}
        wrong={wrong('/objectId')}
        hint="Microsoft Entra admin centre, Users, the person, Object ID"
        required
      />
      <TextField
        label="Tenant ID of their organisation"
        value={form.tenantId}
        set={(value) => set({ tenantId: value })}
        wrong={wrong('/tenantId')}
        hint="Filled in: your own. Change it for a colleague of another partner organisation"
        required
      />
      <ChoiceField
        label="First role, from today"
        value={form.role}
        choices={[{ value: '', words: 'None yet' }, ...ROLE_CHOICES]}
        choose={(role) => set({ role })}
        wrong={wrong('/role')}
      />
    </FormDialog>
  )
}
