import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AUDIT_DID, DID_WORDS } from '../../../../src/safeguards/audit-did-contract.ts'
import type { PersonDay } from '../../../api/oversight-queries.ts'
import { hidden } from '../../../components/hidden.ts'
import { dateWords } from '../../../text/dates.ts'
import { sentence } from '../../../text/numbers.ts'

const NARROW = '@media (max-width: 719px)'
const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [NARROW]: { display: 'block' } },
  caption: hidden,
  head: { [NARROW]: hidden },
  body: { [NARROW]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM } },
  row: {
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: 'block', paddingBlockEnd: tokens.spacingVerticalS },
  },
  heading: { padding: tokens.spacingHorizontalS, textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  numbers: { textAlign: 'end' },
  cell: { padding: tokens.spacingHorizontalS, overflowWrap: 'anywhere', [NARROW]: { display: 'block', paddingBlock: tokens.spacingVerticalXXS } },
  count: {
    padding: tokens.spacingHorizontalS,
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    [NARROW]: { display: 'flex', justifyContent: 'space-between', paddingBlock: tokens.spacingVerticalXXS },
  },
  none: { color: tokens.colorNeutralForeground3, [NARROW]: { display: 'none' } },
  label: { display: 'none', [NARROW]: { display: 'inline' } },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** How much each person did on each day; below 720 px each becomes a card that leaves out what was not done. */
export const DaysTable = ({ days }: { readonly days: readonly PersonDay[] }) => {
  const styles = useStyles()
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>How much each person did on each day, the latest day first</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {['Day', 'Who'].map((column) => (
            <th key={column} role="columnheader" scope="col" className={styles.heading}>
              {column}
            </th>
          ))}
          {AUDIT_DID.map((did) => (
            <th key={did} role="columnheader" scope="col" className={mergeClasses(styles.heading, styles.numbers)}>
              {sentence(DID_WORDS[did])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {days.map(({ day, actor, counts }) => (
          <tr key={`${day} ${actor.id ?? ''} ${actor.name} ${actor.agency}`} role="row" className={styles.row}>
            <td role="cell" className={styles.cell}>
              {dateWords(day)}
            </td>
            <td role="cell" className={styles.cell}>
              <Text weight="semibold">{actor.name}</Text>
              <Caption1 className={styles.small}>{actor.agency}</Caption1>
            </td>
            {AUDIT_DID.map((did) => (
              <td key={did} role="cell" className={mergeClasses(styles.count, counts[did] === 0 && styles.none)}>
                <span className={styles.label} aria-hidden>
                  {sentence(DID_WORDS[did])}
                </span>
                {counts[did].toLocaleString('en-GB')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
