import { Button, Caption1, Text, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import type { EntitledChild } from '../../api/shapes.ts'
import { DaysBar } from '../../components/days-bar.tsx'
import { Reference } from '../../components/reference.tsx'
import { harderWords, routeWords, siblingWords, whoWords } from '../../text/child.ts'
import { list } from '../../text/numbers.ts'
import { STAGE_WORDS } from '../../text/words.ts'
import { NARROW } from './waiting-layout.ts'

const useStyles = makeStyles({
  row: {
    verticalAlign: 'top',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
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

/** One child who waits: what partners may know, how long, what makes it harder, what is next. */
export const WaitingRow = ({ child, post }: { readonly child: EntitledChild; readonly post: (reference: string) => void }) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const { reference, agency, stage, harderToPlace, routes, nextStep, nextStepWhose, daysWaiting, actions } = child
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
      </td>
      <td role="cell" className={mergeClasses(styles.cell, styles.days)}>
        <Label>Waiting</Label>
        {daysWaiting === null ? <Text>Not known</Text> : <DaysBar count={daysWaiting} />}
      </td>
      <td role="cell" className={styles.cell}>
        <Text>{harderWords(harderToPlace)}</Text>
        <Caption1 className={styles.small}>
          Routes: {routeWords(routes)}
          {routes.length > 0 && ` (${list(routes)})`}
        </Caption1>
      </td>
      <td role="cell" className={styles.cell}>
        <Label>Next step</Label>
        <Text>{nextStep ?? 'No next step recorded'}</Text>
        {nextStepWhose !== null && <Caption1 className={styles.small}>{nextStepWhose}</Caption1>}
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
