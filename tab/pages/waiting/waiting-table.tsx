import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { EntitledChild, WaitingFigures } from '../../api/shapes.ts'
import { hidden } from '../../components/hidden.ts'
import { children } from '../../text/numbers.ts'
import { LISTED_WORDS } from '../../text/words.ts'
import type { WaitingFilter } from './waiting-filter.ts'
import { WaitingRow } from './waiting-row.tsx'
import { NARROW } from './waiting-layout.ts'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: 'block', backgroundColor: 'transparent', border: '0' },
  },
  caption: hidden,
  head: { [NARROW]: hidden },
  body: { [NARROW]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM } },
  number: { textAlign: 'end' },
  heading: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

const DAYS = 'Days waiting'
const COLUMNS = ['Reference and agency', 'Child', 'Where the plan stands', DAYS, 'Harder to place, and routes', 'Next step, and whose', 'Act']

interface WaitingTableProps {
  readonly rows: readonly EntitledChild[]
  readonly total: number
  readonly filter: WaitingFilter
  readonly limits: WaitingFigures['thresholds']
  readonly post: (reference: string) => void
}

/** A table for everybody who can see one; below 900 px each row becomes a card, and the roles keep it a table for a screen reader. */
export const WaitingTable = ({ rows, total, filter, limits, post }: WaitingTableProps) => {
  const styles = useStyles()
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>
        {rows.length} of {children(total)} {LISTED_WORDS[filter.list]}, the longest first
      </caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col" className={mergeClasses(styles.heading, column === DAYS && styles.number)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((child) => (
          <WaitingRow key={child.reference} child={child} changedSince={filter.changedSince} limits={limits} post={post} />
        ))}
      </tbody>
    </table>
  )
}
