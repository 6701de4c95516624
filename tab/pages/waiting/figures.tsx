import { Caption1, Text, Title2, makeStyles, tokens } from '@fluentui/react-components'
import { STANDINGS, WAITING_BANDS } from '../../../src/children/child-views.ts'
import type { WaitingFigures } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { marksWords } from '../../text/clocks.ts'
import { counted } from '../../text/numbers.ts'
import { LISTED_WORDS, STANDING_WORDS } from '../../text/words.ts'
import { Partition } from './partition.tsx'
import { toggled } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'

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

/** Most children are in the first part: that one is filled, and the last, on hold, is dotted. */
const LOOKS = [2, 1, 3, 0, 4]

interface FiguresProps {
  readonly figures: WaitingFigures
  readonly filter: WaitingFilter
  readonly change: (filter: WaitingFilter) => void
}

/** The four figures of what is filtered, where those children stand, and how long they have waited. */
export const Figures = ({ figures, filter, change }: FiguresProps) => {
  const styles = useStyles()
  const { total, boys, girls, inSiblingGroups, longestDays, medianDays, byStage, byStanding, byWaitingBand, thresholds } = figures
  const standings = STANDINGS.map((name, index) => ({ name, words: STANDING_WORDS[name].toLowerCase(), count: byStanding[name], look: LOOKS[index] ?? index }))
  const bands = WAITING_BANDS.map((name, band) => ({ name, words: name, count: byWaitingBand[band] ?? 0 }))
  return (
    <Panel title="In figures">
      <dl className={styles.tiles}>
        <Figure
          name={`Children ${LISTED_WORDS[filter.list]}`}
          value={total.toLocaleString('en-GB')}
          note={`${counted(boys, 'boy')}, ${counted(girls, 'girl')}`}
        />
        <Figure name="In sibling groups" value={inSiblingGroups.toLocaleString('en-GB')} note="brothers and sisters in the plan" />
        <Figure name="Longest wait, days" value={rounded(longestDays)} note="from the decision or the order" />
        <Figure name="Middle wait, days" value={rounded(medianDays)} note="half of the children wait longer" />
      </dl>
      {filter.list !== 'open' && (
        <Partition label="Where they stand" parts={standings} choice={{ chosen: filter.standings, press: (standing) => change(toggled(filter, standing)) }} />
      )}
      <Partition label="How long they have waited" parts={bands} />
      <Text className={styles.note}>
        {byStage.placementOrder.toLocaleString('en-GB')} with a placement order, {byStage.admDecision.toLocaleString('en-GB')} without one yet.{' '}
        {marksWords(thresholds)}
      </Text>
    </Panel>
  )
}
