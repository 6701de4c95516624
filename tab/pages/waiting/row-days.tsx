import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChild, WaitingFigures } from '../../api/shapes.ts'
import { NamedBar } from '../../components/days-bar.tsx'
import { orderWords } from '../../text/clocks.ts'
import { days } from '../../text/numbers.ts'

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: '112px', maxWidth: '240px' },
  words: { fontVariantNumeric: 'tabular-nums', textAlign: 'inherit' },
  small: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', textAlign: 'inherit' },
})

interface RowDaysProps {
  readonly child: EntitledChild
  readonly limits: WaitingFigures['thresholds']
}

/** How long the child has waited, and the days from the order against what a match is judged by. A child who is matched is judged no longer. */
export const RowDays = ({ child: { daysWaiting, daysFromOrder, isWaiting }, limits }: RowDaysProps) => {
  const styles = useStyles()
  if (daysWaiting === null) return <Text>Not waiting</Text>
  const order = daysFromOrder === null ? undefined : orderWords(daysFromOrder, limits)
  return (
    <div className={styles.box}>
      <Text weight="semibold" className={styles.words}>
        {days(daysWaiting)}
      </Text>
      {isWaiting && daysFromOrder !== null && order && <NamedBar count={daysFromOrder} marks={limits.map(({ limit }) => limit)} words={order.full} />}
      {isWaiting && <Caption1 className={styles.small}>{order?.short ?? 'No placement order yet'}</Caption1>}
    </div>
  )
}
