import { SIBLING_PLANS } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { referenceOf } from '../../../router.ts'
import { londonDate } from '../../../text/dates.ts'
import { sentence } from '../../../text/numbers.ts'
import { PLAN_WORDS } from '../../../text/words.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

/** `FF-7K3Q0, ff 8m2td` as a list of references; what is none stays as typed, so that the service can say so. */
const referencesIn = (typed: string): readonly string[] =>
  typed
    .split(/[,;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => referenceOf(part) ?? part)

/** Who the brothers and sisters are, and whether they are placed together; it changes the record of each of them. */
export const SiblingsForm = ({ child, close, done }: FormProps) => {
  const { changed, save, wrong, state } = useChildCommand(child, 'siblings', done)
  const recorded = { others: child.siblingReferences.join(', '), plan: child.siblingPlan ?? '', on: child.siblingPlanOn ?? '' }
  const { values, isTouched, set } = useDraft(recorded, changed)
  const { others, plan, on } = values
  const siblings = referencesIn(others)
  const isDecided = plan === 'together' || plan === 'apart'
  const send = () => {
    const hasGroup = siblings.length > 0
    const decided = hasGroup ? (SIBLING_PLANS.find((one) => one === plan) ?? null) : null
    save({ siblings, plan: decided, decidedOn: hasGroup && isDecided && on !== '' ? on : null }, 'Saved: brothers and sisters, and the plan for them.')
  }
  return (
    <FormDialog {...state} title="Brothers and sisters" act="Save" fields={['/siblings', '/plan', '/decidedOn']} isReady={isTouched} save={send} close={close}>
      <TextField
        label="References of the brothers and sisters"
        hint="Children of your agency, with commas between them: FF-7K3Q0, FF-8M2TD. Empty: the child leaves the group."
        value={others}
        longest={240}
        wrong={wrong('/siblings')}
        set={(value) => set({ others: value })}
      />
      {siblings.length > 0 && (
        <ChoiceField
          label="Plan"
          value={plan}
          choices={[{ value: '', words: 'Not recorded' }, ...SIBLING_PLANS.map((one) => ({ value: one, words: sentence(PLAN_WORDS[one]) }))]}
          wrong={wrong('/plan')}
          choose={(value) => set({ plan: value })}
        />
      )}
      {siblings.length > 0 && isDecided && (
        <DateField label="Decided on" required value={on} latest={londonDate(new Date())} wrong={wrong('/decidedOn')} set={(value) => set({ on: value })} />
      )}
    </FormDialog>
  )
}
