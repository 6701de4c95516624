import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { DaysBar } from '../../components/days-bar.tsx'
import { Panel } from '../../components/panel.tsx'
import { DueList } from './due-list.tsx'
import { Thresholds } from './thresholds.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))', alignItems: 'end', gap: tokens.spacingHorizontalL, margin: 0 },
  value: { margin: 0 },
  small: { color: tokens.colorNeutralForeground2 },
})

/** How long, from each day that counts; then what is due by which day, and each wait against the numbers that it is judged by. */
export const Clocks = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  // a wait that ended is not counted on
  const isOver = ['matched', 'placed', 'adoptionOrder', 'planEnded'].includes(child.stage)
  const since = (what: string): string => (isOver ? `From ${what} to the end of the wait` : `Since ${what}`)
  const counts = [
    { name: child.isWaiting ? 'Waiting' : 'Waited', count: child.daysWaiting },
    { name: since('the decision (ADM)'), count: child.daysFromAdm },
    { name: since('the placement order'), count: child.daysFromOrder },
    {
      name: child.stage === 'adoptionOrder' ? 'From entering care to the adoption order' : 'Since entering care',
      count: child.view === 'own' ? child.daysFromEnteringCare : null,
    },
  ].flatMap(({ name, count }) => (count === null ? [] : [{ name, count }]))
  return (
    <Panel title="Clocks">
      {counts.length === 0 && <Text>No clock runs yet: no date is recorded.</Text>}
      <dl className={styles.list}>
        {counts.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={styles.value}>
              <DaysBar count={count} />
            </dd>
          </div>
        ))}
      </dl>
      {counts.length > 0 && <Caption1 className={styles.small}>The marks on these bars stand at 3, 6 and 12 months.</Caption1>}
      {child.view === 'own' && child.clocks.length > 0 && <DueList clocks={child.clocks} />}
      {child.view === 'own' && child.thresholds.length > 0 && <Thresholds thresholds={child.thresholds} />}
    </Panel>
  )
}
