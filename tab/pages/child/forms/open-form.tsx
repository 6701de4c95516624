import type { ChildForm } from '../forms-offered.ts'
import { BirthForm } from './birth-form.tsx'
import { DayForm } from './day-form.tsx'
import { FactsForm } from './facts-form.tsx'
import type { FormProps } from './form-props.ts'
import { NeedsForm } from './needs-form.tsx'
import { NextStepForm } from './next-step-form.tsx'
import { PauseForm, ResumeForm } from './pause-form.tsx'
import { RecordDateForm } from './record-date-form.tsx'
import { SiblingsForm } from './siblings-form.tsx'
import { TakeBackForm } from './take-back-form.tsx'

/** The form that was asked for. */
const OpenForm = ({ form, ...props }: FormProps & { readonly form: ChildForm }) => {
  switch (form) {
    case 'record-date':
      return <RecordDateForm {...props} />
    case 'birth':
      return <BirthForm {...props} />
    case 'pause':
      return <PauseForm {...props} />
    case 'resume':
      return <ResumeForm {...props} />
    case 'disruption':
      return <DayForm kind="disruption" {...props} />
    case 'start-again':
      return <DayForm kind="decision" {...props} />
    case 'take-back':
      return <TakeBackForm {...props} />
    case 'facts':
      return <FactsForm {...props} />
    case 'needs':
      return <NeedsForm {...props} />
    case 'sibling-plan':
      return <SiblingsForm {...props} />
    case 'next-step':
      return <NextStepForm {...props} />
  }
}

export default OpenForm
