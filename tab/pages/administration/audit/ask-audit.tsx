import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { AUDIT_VERBS } from '../../../../src/safeguards/audit-contract.ts'
import { AUDIT_DID, DID_WORDS } from '../../../../src/safeguards/audit-did-contract.ts'
import { useEverybody } from '../../../api/administration-queries.ts'
import type { AuditAsked } from '../../../api/administration-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import type { Choice } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { sentence } from '../../../text/numbers.ts'
import { fieldWords } from '../../../text/problems.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  act: { gridColumn: '1 / -1', justifySelf: 'start' },
})

/** What is asked, and whether it is shown line by line or counted by days. */
export interface AuditForm {
  readonly asked: AuditAsked
  readonly view: 'lines' | 'days'
}

const NOTHING: AuditAsked = { about: '', person: '', from: '', until: '', did: '', verb: '' }
const DID: readonly Choice[] = [{ value: '', words: 'Anything' }, ...AUDIT_DID.map((did) => ({ value: did, words: sentence(DID_WORDS[did]) }))]
const VIEWS: readonly Choice[] = [
  { value: 'lines', words: 'Line by line' },
  { value: 'days', words: 'Day by day' },
]
const VERBS: readonly Choice[] = [
  { value: '', words: 'Anything' },
  ...Object.entries(AUDIT_VERBS).flatMap(([group, verbs]) => Object.entries(verbs).map(([value, words]) => ({ value, words: `${group}: ${words}` }))),
]
interface AskAuditProps {
  readonly ask: (form: AuditForm) => void
  readonly isAsking: boolean
  readonly fault: unknown
}

/** What to look for. Nothing is looked for before the button is pressed, because each look is in the audit. */
export const AskAudit = ({ ask, isAsking, fault }: AskAuditProps) => {
  const styles = useStyles()
  const everybody = useEverybody()
  const [form, setForm] = useState(NOTHING)
  const [view, setView] = useState<AuditForm['view']>('lines')
  const set = (name: keyof AuditAsked) => (value: string) => setForm({ ...form, [name]: value })
  const search = (event: FormEvent) => {
    event.preventDefault()
    ask({ asked: { ...form, about: form.about.trim() }, view })
  }
  const people = [{ value: '', words: 'Anybody' }, ...(everybody.data?.items ?? []).map(({ id, name }) => ({ value: id, words: name }))]
  return (
    <form role="search" aria-label="Search the audit" className={styles.form} onSubmit={search}>
      <TextField label="Child of your agency" value={form.about} set={set('about')} hint="A reference such as FF-7K3Q0" wrong={fieldWords(fault, '/about')} />
      <ChoiceField label="Colleague" value={form.person} choices={people} choose={set('person')} />
      <DateField label="First day" value={form.from} set={set('from')} wrong={fieldWords(fault, '/from')} />
      <DateField label="Last day" value={form.until} set={set('until')} wrong={fieldWords(fault, '/until')} />
      <ChoiceField label="Show" value={view} choices={VIEWS} choose={(value) => setView(value === 'days' ? 'days' : 'lines')} />
      {view === 'lines' && (
        <>
          <ChoiceField label="What was done" value={form.did} choices={DID} choose={set('did')} />
          <ChoiceField label="More exactly" value={form.verb} choices={VERBS} choose={set('verb')} />
        </>
      )}
      <Button type="submit" appearance="primary" className={styles.act} disabledFocusable={isAsking}>
        {isAsking ? 'Searching…' : 'Search'}
      </Button>
    </form>
  )
}
