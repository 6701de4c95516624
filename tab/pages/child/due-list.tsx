import { Caption1, Subtitle2, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ClockRegular, WarningRegular } from '@fluentui/react-icons'
import type { Clock } from '../../api/shapes.ts'
import { clockSentence, pausedWords } from '../../text/clocks.ts'
import { londonDate } from '../../text/dates.ts'

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  side: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  clock: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)' },
  words: { display: 'flex', flexDirection: 'column' },
  icon: { fontSize: '18px', color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorStatusWarningForeground1 },
  small: { color: tokens.colorNeutralForeground2 },
})

const ICONS = { ahead: ClockRegular, close: ClockRegular, late: WarningRegular, done: CheckmarkCircleRegular, 'done-late': CheckmarkCircleRegular } as const

const One = ({ clock }: { readonly clock: Clock }) => {
  const styles = useStyles()
  const Icon = ICONS[clock.state]
  const paused = pausedWords(clock.pausedDays)
  return (
    <li className={styles.clock}>
      <Icon aria-hidden className={mergeClasses(styles.icon, clock.state === 'late' && styles.late)} />
      <span className={styles.words}>
        <Text>{clock.words}</Text>
        <Text weight={clock.state === 'late' || clock.state === 'close' ? 'semibold' : 'regular'}>{clockSentence(clock, londonDate(new Date()))}</Text>
        {paused !== undefined && <Caption1>{paused}</Caption1>}
        <Caption1 className={styles.small}>{clock.source}</Caption1>
      </span>
    </li>
  )
}

const SIDES = [
  { kind: 'statutory', title: 'By law and guidance' },
  { kind: 'local', title: 'By your agency’s settings' },
] as const

/** What is to be done by which day: the law's clocks and the agency's own side by side, each with who says so. */
export const DueList = ({ clocks }: { readonly clocks: readonly Clock[] }) => {
  const styles = useStyles()
  return (
    <div className={styles.sides}>
      {SIDES.map(({ kind, title }) => (
        <div key={kind} className={styles.side}>
          <Subtitle2 as="h3" className={styles.title}>
            {title}
          </Subtitle2>
          {clocks.every((clock) => clock.kind !== kind) && <Text>Nothing is due.</Text>}
          <ul className={styles.list}>
            {clocks
              .filter((clock) => clock.kind === kind)
              .map((clock) => (
                <One key={clock.name} clock={clock} />
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
