import { Badge, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { AuditLine } from '../../../api/administration-queries.ts'
import { hidden } from '../../../components/hidden.ts'
import { instantWords } from '../../../text/dates.ts'
import { list } from '../../../text/numbers.ts'
import { SHARES_WORDS } from '../partners/sharing-words.ts'
import { ROLE_WORDS } from '../../../text/roles.ts'

const NARROW = '@media (max-width: 719px)'
const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [NARROW]: { display: 'block' } },
  caption: hidden,
  head: { [NARROW]: hidden },
  body: { [NARROW]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM } },
  row: { verticalAlign: 'top', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [NARROW]: { display: 'block' } },
  heading: { padding: tokens.spacingHorizontalS, textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  cell: { padding: tokens.spacingHorizontalS, overflowWrap: 'anywhere', [NARROW]: { display: 'block', paddingBlock: tokens.spacingVerticalXXS } },
  when: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

const COLUMNS = ['When', 'Who', 'What', 'About']

const whoseWords = ({ actor: { agency, roles } }: AuditLine): string =>
  roles === null || roles.length === 0 ? agency : `${list(roles.map((role) => ROLE_WORDS[role]))}, ${agency}`

const KNOWN: ReadonlyMap<string, string> = new Map(Object.entries({ ...ROLE_WORDS, ...SHARES_WORDS }))

const aboutWords = ({ about, aboutCount }: AuditLine): string => {
  const named = about.map((one) => KNOWN.get(one) ?? one).join(', ')
  return aboutCount > about.length ? `${named} and ${aboutCount - about.length} more` : named
}

/** Lines of the audit in plain words; below 720 px each becomes a card, and the roles keep it a table for a screen reader. */
export const AuditTable = ({ lines }: { readonly lines: readonly AuditLine[] }) => {
  const styles = useStyles()
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>Lines of the audit, the newest first</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col" className={styles.heading}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {lines.map((line) => (
          <tr key={line.id} role="row" className={styles.row}>
            <td role="cell" className={styles.cell}>
              <Text className={styles.when}>{instantWords(line.at)}</Text>
            </td>
            <td role="cell" className={styles.cell}>
              <Text weight="semibold">{line.actor.name}</Text>
              <Caption1 className={styles.small}>{whoseWords(line)}</Caption1>
            </td>
            <td role="cell" className={styles.cell}>
              {line.words}{' '}
              {line.outcome === 'refused' && (
                <Badge appearance="tint" color="warning">
                  Refused
                </Badge>
              )}
              {line.automatic && <Caption1 className={styles.small}>by itself: a card that was open</Caption1>}
            </td>
            <td role="cell" className={styles.cell}>
              {aboutWords(line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
