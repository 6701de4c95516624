import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { londonTime } from '../text/dates.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

interface FreshnessProps {
  /** milliseconds since the epoch; 0 before the first answer */
  readonly updatedAt: number
  readonly refreshing: boolean
  readonly refresh: () => unknown
}

/** When this was read, and a way to read it again that leaves what is shown in its place. */
export const Freshness = ({ updatedAt, refreshing, refresh }: FreshnessProps) => {
  const styles = useStyles()
  return (
    <div className={styles.row}>
      <Text role="status" className={styles.time}>
        {refreshing ? 'Reading…' : updatedAt > 0 ? `As of ${londonTime(new Date(updatedAt))}` : ''}
      </Text>
      <Button appearance="subtle" icon={<ArrowClockwiseRegular />} disabledFocusable={refreshing} onClick={() => void refresh()}>
        Refresh
      </Button>
    </div>
  )
}
