import { Caption1, Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Threshold } from '../../api/shapes.ts'
import { DaysBar } from '../../components/days-bar.tsx'
import { MEASURE_WORDS, pausedWords, thresholdSentence } from '../../text/clocks.ts'

const useStyles = makeStyles({
  measures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  measure: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** How long each part took, or takes until today, against every number that holds; each number judged by itself. */
export const Thresholds = ({ thresholds }: { readonly thresholds: readonly Threshold[] }) => {
  const styles = useStyles()
  const measures = [...new Set(thresholds.map(({ measure }) => measure))]
  return (
    <div className={styles.measures}>
      {measures.map((measure) => {
        const against = thresholds.filter((threshold) => threshold.measure === measure)
        const [first] = against
        const paused = pausedWords(first?.pausedDays ?? 0)
        return (
          <div key={measure} className={styles.measure}>
            <Subtitle2 as="h3" className={styles.title}>
              {MEASURE_WORDS[measure]}
            </Subtitle2>
            <DaysBar count={first?.days ?? 0} marks={against.map(({ limit }) => limit)} />
            <ul className={styles.list}>
              {against.map((threshold) => (
                <li key={threshold.words}>
                  <Text weight={threshold.over ? 'semibold' : 'regular'}>{thresholdSentence(threshold)}</Text>
                </li>
              ))}
            </ul>
            {paused !== undefined && <Caption1>{paused}</Caption1>}
          </div>
        )
      })}
    </div>
  )
}
