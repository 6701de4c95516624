import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { DaysBar } from '../../components/days-bar.tsx'
import { Panel } from '../../components/panel.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))', gap: tokens.spacingHorizontalL, margin: 0 },
  value: { margin: 0 },
})

/** How long, from each day that counts. The marks on the bars are the waiting bands; national thresholds are not drawn yet. */
export const Clocks = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  const clocks = [
    { name: child.isWaiting ? 'Waiting' : 'Waited', count: child.daysWaiting },
    { name: 'Since the decision (ADM)', count: child.daysFromAdm },
    { name: 'Since the placement order', count: child.daysFromOrder },
    { name: 'Since entering care', count: child.view === 'own' ? child.daysFromEnteringCare : null },
  ].flatMap(({ name, count }) => (count === null ? [] : [{ name, count }]))
  return (
    <Panel title="Clocks">
      {clocks.length === 0 && <Text>No clock runs yet: no date is recorded.</Text>}
      <dl className={styles.list}>
        {clocks.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={styles.value}>
              <DaysBar count={count} />
            </dd>
          </div>
        ))}
      </dl>
      <Text>The marks on the bars stand at 3, 6 and 12 months.</Text>
    </Panel>
  )
}
