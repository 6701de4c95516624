import { useCaseWorkers } from '../../../api/administration-queries.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { caseWorkerChoices } from './case-worker-choices.ts'
import type { RecordedWorker } from './case-worker-choices.ts'

interface CaseWorkerFieldProps {
  readonly label: string
  /** an id, or empty for nobody */
  readonly value: string
  readonly recorded: RecordedWorker
  readonly wrong: string | undefined
  readonly choose: (id: string) => void
}

/** Whose case it is. While the colleagues are read, and where they cannot be, who is recorded stays chosen. */
export const CaseWorkerField = ({ recorded, ...field }: CaseWorkerFieldProps) => {
  const { data, error } = useCaseWorkers()
  return (
    <ChoiceField
      {...field}
      choices={caseWorkerChoices(data?.items ?? [], recorded)}
      {...(error && { hint: 'Your colleagues could not be read just now. Close this form and open it again to choose somebody else.' })}
    />
  )
}
