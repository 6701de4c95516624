import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons'
import type { EntitledChild } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { hidden } from '../../components/hidden.ts'
import { journeySteps } from './journey-steps.ts'

/** Upright where there is no room for a line. */
const NARROW = '@media (max-width: 719px)'

const useStyles = makeStyles({
  line: { display: 'flex', margin: 0, padding: 0, listStyleType: 'none', [NARROW]: { flexDirection: 'column', rowGap: tokens.spacingVerticalM } },
  step: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalS,
    [NARROW]: { display: 'grid', gridTemplateColumns: '24px 1fr', columnGap: tokens.spacingHorizontalS },
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
    '::after': { content: '""', flexGrow: 1, height: '2px', marginInlineStart: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralStroke1 },
    [NARROW]: { gridRow: 'span 2', alignItems: 'flex-start', '::after': { display: 'none' } },
  },
  done: { color: tokens.colorCompoundBrandForeground1, '::after': { backgroundColor: tokens.colorCompoundBrandStroke } },
  words: { display: 'flex', flexDirection: 'column' },
  small: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  hidden,
})

/** The plan as a line of time: what is done and when, what is not yet. */
export const Journey = ({ child }: { readonly child: EntitledChild }) => {
  const styles = useStyles()
  return (
    <Panel title="Journey">
      <ol className={styles.line}>
        {journeySteps(child).map(({ name, state, when, after }) => (
          <li key={name} className={styles.step}>
            <span className={mergeClasses(styles.mark, state === 'done' && styles.done)}>
              {state === 'done' ? <CheckmarkCircleFilled aria-hidden /> : <CircleRegular aria-hidden />}
              <span className={styles.hidden}>{state === 'done' ? 'Done:' : 'To come:'}</span>
            </span>
            <span className={styles.words}>
              <Text weight={state === 'done' ? 'semibold' : 'regular'}>{name}</Text>
              <Caption1 className={styles.small}>{when}</Caption1>
              {after !== undefined && <Caption1 className={styles.small}>{after}</Caption1>}
            </span>
          </li>
        ))}
      </ol>
      {child.view === 'shared' && <Caption1 className={styles.small}>The dates stay with {child.agency.name}; partners see days.</Caption1>}
    </Panel>
  )
}
