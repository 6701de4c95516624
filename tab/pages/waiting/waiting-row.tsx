import { Button, Caption1, Text, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import type { EntitledChild } from '../../api/shapes.ts'
import { DaysBar } from '../../components/days-bar.tsx'
import { Reference } from '../../components/reference.tsx'
import { bandWords, routeWords, siblingWords, whoWords } from '../../text/child.ts'
import { list } from '../../text/numbers.ts'
import { HARDER_WORDS, STAGE_WORDS } from '../../text/words.ts'
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
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

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
      <td role="cell" className={styles.cell}>
        {daysWaiting === null ? <Text>Not known</Text> : <DaysBar count={daysWaiting} note={bandWords(daysWaiting)} />}
      </td>
      <td role="cell" className={styles.cell}>
        <Text>{harderToPlace.length === 0 ? 'No national reason' : list(harderToPlace.map((reason) => HARDER_WORDS[reason]))}</Text>
        <Caption1 className={styles.small}>
          Routes: {routeWords(routes)}
          {routes.length > 0 && ` (${list(routes)})`}
        </Caption1>
      </td>
      <td role="cell" className={styles.cell}>
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
