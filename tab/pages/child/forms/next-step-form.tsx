import { NEXT_STEPS, NEXT_STEP_OWNERS } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { sentence } from '../../../text/numbers.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

/** What is next, whose it is and by when. Chosen from lists: partner agencies read it, and nothing about a family can be written there. */
export const NextStepForm = ({ child, close, done }: FormProps) => {
  const { changed, save, wrong, state } = useChildCommand(child, 'facts', done)
  const { values, isTouched, set } = useDraft({ step: child.nextStep ?? '', whose: child.nextStepWhose ?? '', due: child.nextStepDue ?? '' }, changed)
  const { step, whose, due } = values
  const send = () => {
    const nextStep = NEXT_STEPS.find((one) => one === step) ?? null
    const nextStepWhose = NEXT_STEP_OWNERS.find((one) => one === whose) ?? null
    const facts = nextStep === null ? { nextStep, nextStepWhose: null, nextStepDue: null } : { nextStep, nextStepWhose, nextStepDue: due === '' ? null : due }
    save({ facts }, 'Saved: next step.')
  }
  return (
    <FormDialog
      {...state}
      title="Change the next step"
      act="Save"
      fields={['/nextStep', '/nextStepWhose', '/nextStepDue']}
      isReady={isTouched}
      save={send}
      close={close}
    >
      <ChoiceField
        label="Next step"
        value={step}
        choices={[{ value: '', words: 'No next step' }, ...NEXT_STEPS.map((one) => ({ value: one, words: one }))]}
        wrong={wrong('/nextStep')}
        choose={(value) => set({ step: value })}
      />
      {step !== '' && (
        <>
          <ChoiceField
            label="Whose it is"
            value={whose}
            choices={[{ value: '', words: 'Nobody named' }, ...NEXT_STEP_OWNERS.map((one) => ({ value: one, words: sentence(one) }))]}
            wrong={wrong('/nextStepWhose')}
            choose={(value) => set({ whose: value })}
          />
          <DateField label="By when" value={due} wrong={wrong('/nextStepDue')} set={(value) => set({ due: value })} />
        </>
      )}
    </FormDialog>
  )
}
