import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { JourneyStep } from './journey-phases.ts'

const useStyles = makeStyles({
  steps: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', flexDirection: 'column' },
  open: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** Steps of a plan with their dates, in words. */
export const Steps = ({ steps }: { readonly steps: readonly JourneyStep[] }) => {
  const styles = useStyles()
  return (
    <ul className={styles.steps}>
      {steps.map(({ name, state, when, after }) => (
        <li key={name} className={styles.step}>
          <Text size={200} className={mergeClasses(state !== 'done' && state !== 'late' && styles.open)}>
            {name}
          </Text>
          <Caption1 className={mergeClasses(styles.small, state === 'late' && styles.late)}>
            {when}
            {after !== undefined && `, ${after}`}
          </Caption1>
        </li>
      ))}
    </ul>
  )
}
