import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleHalfFillRegular, CircleRegular, PauseCircleRegular } from '@fluentui/react-icons'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { hidden } from '../../components/hidden.ts'
import { Panel } from '../../components/panel.tsx'
import { Attempts } from './attempts.tsx'
import { FormButton } from './child-forms.tsx'
import { journeyPhases } from './journey-phases.ts'
import type { JourneyPhase } from './journey-phases.ts'
import { Pauses } from './pauses.tsx'
import { Steps } from './steps.tsx'

/** Upright where there is no room for a line. */
const NARROW = '@media (max-width: 719px)'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(124px, 1fr))',
    rowGap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  phase: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    [NARROW]: { display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', paddingInlineEnd: 0 },
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
    '::after': { content: '""', flexGrow: 1, height: '2px', marginInlineStart: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralStroke1 },
    [NARROW]: { gridRow: 'span 2', alignItems: 'flex-start', '::after': { display: 'none' } },
  },
  last: { '::after': { display: 'none' } },
  reached: { color: tokens.colorCompoundBrandForeground1, '::after': { backgroundColor: tokens.colorCompoundBrandStroke } },
  small: { color: tokens.colorNeutralForeground2 },
  hidden,
})

const MARKS = {
  done: { Icon: CheckmarkCircleFilled, words: 'Done:' },
  now: { Icon: CircleHalfFillRegular, words: 'Now:' },
  paused: { Icon: PauseCircleRegular, words: 'Paused:' },
  'to-come': { Icon: CircleRegular, words: 'To come:' },
} as const satisfies Record<JourneyPhase['state'], unknown>

/** One part of the plan: its mark on the line, and its steps below. */
const Phase = ({ phase, isLast }: { readonly phase: JourneyPhase; readonly isLast: boolean }) => {
  const styles = useStyles()
  const { Icon, words } = MARKS[phase.state]
  return (
    <li className={styles.phase}>
      <span className={mergeClasses(styles.mark, phase.state !== 'to-come' && styles.reached, isLast && styles.last)}>
        <Icon aria-hidden />
        <span className={styles.hidden}>{words}</span>
      </span>
      <Text weight={phase.state === 'to-come' ? 'regular' : 'semibold'}>{phase.title}</Text>
      <Steps steps={phase.steps} />
    </li>
  )
}

const Acts = () => (
  <>
    <FormButton form="record-date">Record a date…</FormButton>
    <FormButton form="birth">Record the birth…</FormButton>
    <FormButton form="pause">Pause…</FormButton>
    <FormButton form="resume">End the pause…</FormButton>
    <FormButton form="disruption">Record a disruption…</FormButton>
    <FormButton form="start-again">Adoption is the plan again…</FormButton>
  </>
)

/** The plan as a line of time: what is done and when, what is missing, what is still to come. */
export const Journey = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  const phases = journeyPhases(child)
  return (
    <Panel title="Journey" acts={<Acts />}>
      <ol className={styles.line}>
        {phases.map((phase) => (
          <Phase key={phase.title} phase={phase} isLast={phase === phases.at(-1)} />
        ))}
      </ol>
      {child.view === 'own' && child.pauses.length > 0 && <Pauses pauses={child.pauses} />}
      {child.view === 'own' && child.attempts.length > 0 && <Attempts attempts={child.attempts} />}
      {child.view === 'shared' && <Caption1 className={styles.small}>The dates stay with {child.agency.name}; partners see days.</Caption1>}
    </Panel>
  )
}
