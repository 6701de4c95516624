import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { dateWithDistance, londonDate } from '../../text/dates.ts'
import { sentence } from '../../text/numbers.ts'
import { FormButton } from './child-forms.tsx'

const useStyles = makeStyles({ small: { color: tokens.colorNeutralForeground2 } })

/** What is next, whose it is and by when. */
export const NextStep = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  const today = londonDate(new Date())
  const due = child.view === 'own' ? child.nextStepDue : null
  return (
    <Panel title="Next step" acts={<FormButton form="next-step">Change…</FormButton>}>
      <Text size={400} weight="semibold">
        {child.nextStep ?? 'No next step is recorded.'}
      </Text>
      {(child.nextStepWhose !== null || due !== null) && (
        <Text className={styles.small}>
          {sentence(child.nextStepWhose ?? 'nobody named')}
          {due !== null && `, by ${dateWithDistance(due, today)}${due < today ? ': overdue' : ''}`}
        </Text>
      )}
    </Panel>
  )
}
