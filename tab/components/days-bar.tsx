import { Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components'
import { BAND_ENDS } from '../text/child.ts'
import { days } from '../text/numbers.ts'

/** The bar ends at two years, in days; who waits longer fills it. */
const FULL = 730
const share = (count: number): string => `${Math.min(100, (Math.max(0, count) / FULL) * 100)}%`

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: '96px', maxWidth: '240px' },
  words: { fontVariantNumeric: 'tabular-nums', textAlign: 'inherit' },
  track: {
    position: 'relative',
    height: '8px',
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  fill: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  tick: { position: 'absolute', top: 0, bottom: 0, width: '2px', backgroundColor: tokens.colorNeutralBackground1 },
})

interface DaysBarProps {
  readonly count: number
  /** days at which a mark stands: the waiting bands, 3, 6 and 12 months, where nothing else is said */
  readonly marks?: readonly number[]
}

const Track = ({ count, marks }: Required<DaysBarProps>) => {
  const styles = useStyles()
  return (
    <>
      <div className={styles.fill} style={{ width: share(count) }} />
      {marks.map((end) => (
        <div key={end} className={styles.tick} style={{ left: share(end) }} />
      ))}
    </>
  )
}

/** Days as number and bar, with marks that what stands beside it names. */
export const DaysBar = ({ count, marks = BAND_ENDS }: DaysBarProps) => {
  const styles = useStyles()
  return (
    <div className={styles.box}>
      <Text weight="semibold" className={styles.words}>
        {days(count)}
      </Text>
      <div aria-hidden className={styles.track}>
        <Track count={count} marks={marks} />
      </div>
    </div>
  )
}

/** The bar alone, where its words say more than the number of days. */
export const NamedBar = ({ count, marks, words }: Required<DaysBarProps> & { readonly words: string }) => {
  const styles = useStyles()
  return (
    <Tooltip relationship="label" content={words}>
      <div role="img" className={styles.track}>
        <Track count={count} marks={marks} />
      </div>
    </Tooltip>
  )
}
