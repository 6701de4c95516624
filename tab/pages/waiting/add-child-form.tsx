import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { SEXES } from '../../../src/children/child-views.ts'
import { useAddChild } from '../../api/queries.ts'
import type { AddChildCommand } from '../../api/shapes.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { useCommandKey } from '../../components/command-key.ts'
import { DateField } from '../../components/date-field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { go } from '../../navigation.tsx'
import { londonDate } from '../../text/dates.ts'
import { fieldWords } from '../../text/problems.ts'
import { SEX_WORDS } from '../../text/words.ts'

const EMPTY = { who: 'born', localReference: '', name: '', born: '', sex: '', expectedBirth: '', enteredCare: '' }
type Form = typeof EMPTY

const FIELDS = ['/localReference', '/name', '/born', '/sex', '/expectedBirth', '/enteredCare']

/** Only what belongs to a child who is born, or to one who is not. */
const commandOf = ({ who, localReference, name, born, sex, expectedBirth, enteredCare }: Form, key: string): AddChildCommand => {
  const known = { localReference, key, ...(enteredCare !== '' && { enteredCare }) }
  if (who !== 'born') return { ...known, expectedBirth }
  return { ...known, born, sex: SEXES.find((one) => one === sex) ?? null, ...(name.trim() !== '' && { name }) }
}

/** A child new to the agency's register, born or not yet. Their page opens next, where the dates are recorded. */
const AddChildForm = ({ close }: { readonly close: () => void }) => {
  const add = useAddChild()
  const [key, renewKey] = useCommandKey()
  const [form, setForm] = useState(EMPTY)
  const set = (name: keyof Form) => (value: string) => {
    setForm({ ...form, [name]: value })
    renewKey()
    add.reset()
  }
  const field = (name: keyof Form, label: string) => ({ label, value: form[name], set: set(name), wrong: fieldWords(add.error, `/${name}`) })
  const isBorn = form.who === 'born'
  const today = londonDate(new Date())
  return (
    <FormDialog
      title="Add a child"
      act="Add"
      isRunning={add.isPending}
      error={add.error}
      fields={FIELDS}
      isReady={form.localReference.trim() !== '' && (isBorn ? form.born : form.expectedBirth) !== ''}
      save={() => add.mutate(commandOf(form, key), { onSuccess: ({ reference }) => go({ page: 'child', reference }) })}
      close={close}
    >
      <Text>The child gets a reference of their own. Until there is a decision, only your agency sees the record.</Text>
      <ChoiceField
        label="The child"
        value={form.who}
        choices={[
          { value: 'born', words: 'is born' },
          { value: 'unborn', words: 'is not born yet' },
        ]}
        choose={set('who')}
      />
      <TextField {...field('localReference', 'Your local reference')} required longest={40} hint="As in your case system; only your agency can open it" />
      {isBorn ? (
        <>
          <TextField {...field('name', 'Name')} hint="Only your agency can open it, and each opening is recorded" />
          <DateField {...field('born', 'Date of birth')} required latest={today} />
          <ChoiceField
            label="Sex"
            value={form.sex}
            choices={[{ value: '', words: 'Not recorded' }, ...SEXES.map((one) => ({ value: one, words: SEX_WORDS[one] }))]}
            wrong={fieldWords(add.error, '/sex')}
            choose={set('sex')}
          />
          <DateField {...field('enteredCare', 'Entered care on')} latest={today} />
        </>
      ) : (
        <DateField
          {...field('expectedBirth', 'Month in which the baby is due')}
          type="month"
          required
          hint="As 2027-03. Neither name nor sex is recorded before the birth."
        />
      )}
    </FormDialog>
  )
}

export default AddChildForm
