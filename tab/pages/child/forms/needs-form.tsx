import { makeStyles, tokens } from '@fluentui/react-components'
import { NEED_CATEGORIES, NEED_GRADES } from '../../../../src/children/child-views.ts'
import type { NeedCategory, NeedGrade } from '../../../../src/children/child-views.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { sentence } from '../../../text/numbers.ts'
import { GRADE_WORDS, NEED_WORDS } from '../../../text/words.ts'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))', alignItems: 'end', gap: tokens.spacingHorizontalM },
})

const CHOICES = [{ value: '', words: 'No need recorded' }, ...NEED_GRADES.map((grade) => ({ value: grade, words: sentence(GRADE_WORDS[grade]) }))]
const gradeOf = (value: string): NeedGrade | undefined => NEED_GRADES.find((grade) => grade === value)

/** Each category of need with its grade. */
export const NeedsForm = ({ child, close, done }: FormProps) => {
  const styles = useStyles()
  const { changed, save, state } = useChildCommand(child, 'facts', done)
  const recorded = Object.fromEntries(child.needs.map(({ category, grade }) => [category, grade])) as Partial<Record<NeedCategory, string>>
  const { values, isTouched, set } = useDraft(recorded, changed)
  const send = () => {
    const needs = NEED_CATEGORIES.flatMap((category) => {
      const grade = gradeOf(values[category] ?? '')
      return grade === undefined ? [] : [{ category, grade }]
    })
    save({ facts: { needs } }, 'Saved: needs.')
  }
  return (
    <FormDialog {...state} title="Edit needs" act="Save" fields={[]} isReady={isTouched} save={send} close={close}>
      <div className={styles.grid}>
        {NEED_CATEGORIES.map((category) => (
          <ChoiceField
            key={category}
            label={NEED_WORDS[category]}
            value={values[category] ?? ''}
            choices={CHOICES}
            choose={(value) => set({ [category]: value })}
          />
        ))}
      </div>
    </FormDialog>
  )
}
