import { Caption1, Text, Title2, makeStyles, tokens } from '@fluentui/react-components'
import type { WaitingFigures } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { counted } from '../../text/numbers.ts'
import { Partition } from './partition.tsx'

const useStyles = makeStyles({
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: tokens.spacingHorizontalL, margin: 0 },
  tile: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  note: { display: 'block', color: tokens.colorNeutralForeground2 },
})

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly note: string
}

const Figure = ({ name, value, note }: FigureProps) => {
  const styles = useStyles()
  return (
    <div className={styles.tile}>
      <dt>
        <Text weight="semibold">{name}</Text>
        <Caption1 className={styles.note}>{note}</Caption1>
      </dt>
      <dd className={styles.value}>
        <Title2>{value}</Title2>
      </dd>
    </div>
  )
}

const none = '–'
const rounded = (count: number | null) => (count === null ? none : Math.round(count).toLocaleString('en-GB'))

/** The four figures of what is filtered, and how long those children have waited. */
export const Figures = ({ figures }: { readonly figures: WaitingFigures }) => {
  const styles = useStyles()
  const { total, boys, girls, inSiblingGroups, longestDays, medianDays, byStage } = figures
  return (
    <Panel title="In figures">
      <dl className={styles.tiles}>
        <Figure name="Children waiting" value={total.toLocaleString('en-GB')} note={`${counted(boys, 'boy')}, ${counted(girls, 'girl')}`} />
        <Figure name="In sibling groups" value={inSiblingGroups.toLocaleString('en-GB')} note="brothers and sisters in the plan" />
        <Figure name="Longest wait, days" value={rounded(longestDays)} note="from the decision or the order" />
        <Figure name="Middle wait, days" value={rounded(medianDays)} note="half of the children wait longer" />
      </dl>
      <Partition bands={figures.byWaitingBand} />
      <Text className={styles.note}>
        {byStage.placementOrder.toLocaleString('en-GB')} with a placement order, {byStage.admDecision.toLocaleString('en-GB')} with the agency decision maker’s
        (ADM) decision and no order yet.
      </Text>
    </Panel>
  )
}
