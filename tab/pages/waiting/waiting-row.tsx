import { Button, Caption1, Text, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import type { EntitledChild, WaitingFigures } from '../../api/shapes.ts'
import { Reference } from '../../components/reference.tsx'
import { RouteDots } from '../../components/route-dots.tsx'
import { harderWords, siblingWords, whoWords } from '../../text/child.ts'
import { dateWithDistance, londonDate } from '../../text/dates.ts'
import { list, sentence } from '../../text/numbers.ts'
import { STAGE_WORDS, STANDING_WORDS } from '../../text/words.ts'
import { RowDays } from './row-days.tsx'
import { NARROW } from './waiting-layout.ts'

const useStyles = makeStyles({
  row: {
    verticalAlign: 'top',
    // no other background: in high contrast and in the dark the row's own words would be hard to read on it
    ':hover': { outline: `1px solid ${tokens.colorNeutralStroke1Hover}`, outlineOffset: '-1px' },
    [NARROW]: {
      display: 'flex',
      flexDirection: 'column',
      rowGap: tokens.spacingVerticalS,
      padding: tokens.spacingHorizontalM,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusXLarge,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { padding: 0, border: '0' },
  },
  act: { whiteSpace: 'nowrap' },
  days: { textAlign: 'end', [NARROW]: { textAlign: 'start' } },
  label: { display: 'none', [NARROW]: { display: 'block', color: tokens.colorNeutralForeground2 } },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** On a card the column has no heading; a screen reader hears it anyway. */
const Label = ({ children }: { readonly children: string }) => {
  const styles = useStyles()
  return (
    <Caption1 aria-hidden className={styles.label}>
      {children}
    </Caption1>
  )
}

interface WaitingRowProps {
  readonly child: EntitledChild
  /** the day that the list asks about, where it does */
  readonly changedSince: string | undefined
  /** in days from the order */
  readonly limits: WaitingFigures['thresholds']
  readonly post: (reference: string) => void
}

/** One child who waits: what partners may know, how long, what makes it harder, what is next. */
export const WaitingRow = ({ child, changedSince, limits, post }: WaitingRowProps) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const { reference, agency, stage, standing, harderToPlace, routes, nextStep, nextStepWhose, actions } = child
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.cell}>
        <Reference reference={reference} link={actions.includes('read')} />
        <Caption1 className={styles.small}>{agency.name}</Caption1>
      </th>
      <td role="cell" className={styles.cell}>
        <Text>{whoWords(child)}</Text>
        <Caption1 className={styles.small}>{siblingWords(child)}</Caption1>
      </td>
      <td role="cell" className={styles.cell}>
        <Text>{STAGE_WORDS[stage]}</Text>
        {standing !== null && <Caption1 className={styles.small}>{STANDING_WORDS[standing]}</Caption1>}
        {changedSince !== undefined && child.view === 'own' && (
          <Caption1 className={styles.small}>Changed {dateWithDistance(child.changedOn, londonDate(new Date()))}</Caption1>
        )}
      </td>
      <td role="cell" className={mergeClasses(styles.cell, styles.days)}>
        <Label>Waiting</Label>
        <RowDays child={child} limits={limits} />
      </td>
      <td role="cell" className={styles.cell}>
        <Text>{harderWords(harderToPlace)}</Text>
        <Caption1 className={styles.small}>
          <RouteDots routes={routes} /> {routes.length === 0 ? 'No route tried yet' : sentence(list(routes))}
        </Caption1>
      </td>
      <td role="cell" className={styles.cell}>
        <Label>Next step</Label>
        <Text>{nextStep ?? 'No next step recorded'}</Text>
        {nextStepWhose !== null && <Caption1 className={styles.small}>{sentence(nextStepWhose)}</Caption1>}
      </td>
      <td role="cell" className={mergeClasses(styles.cell, styles.act)}>
        {actions.includes('post') && (
          <Button {...restoreFocus} size="small" icon={<SendRegular />} aria-label={`Post… ${reference}`} onClick={() => post(reference)}>
            Post…
          </Button>
        )}
      </td>
    </tr>
  )
}
