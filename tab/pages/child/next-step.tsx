import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChild } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { dateWithDistance, londonDate } from '../../text/dates.ts'

const useStyles = makeStyles({ small: { color: tokens.colorNeutralForeground2 } })

/** What is next, whose it is and by when. */
export const NextStep = ({ child }: { readonly child: EntitledChild }) => {
  const styles = useStyles()
  const today = londonDate(new Date())
  const due = child.view === 'own' ? child.nextStepDue : null
  return (
    <Panel title="Next step">
      <Text size={400} weight="semibold">
        {child.nextStep ?? 'No next step is recorded.'}
      </Text>
      {(child.nextStepWhose !== null || due !== null) && (
        <Text className={styles.small}>
          {child.nextStepWhose ?? 'Nobody named'}
          {due !== null && `, by ${dateWithDistance(due, today)}${due < today ? ': overdue' : ''}`}
        </Text>
      )}
    </Panel>
  )
}
