import { Body1, Caption1, Select, makeStyles, tokens } from '@fluentui/react-components'
import type { ColumnChoices, ImportColumn, ImportPreview } from '../../../api/import-queries.ts'
import { hidden } from '../../../components/hidden.ts'
import { Panel } from '../../../components/panel.tsx'

const NARROW = '@media (max-width: 719px)'
const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', [NARROW]: { display: 'block' } },
  caption: hidden,
  head: { [NARROW]: hidden },
  body: { [NARROW]: { display: 'block' } },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [NARROW]: { display: 'block', paddingBlock: tokens.spacingVerticalS } },
  heading: {
    padding: tokens.spacingHorizontalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    [NARROW]: { display: 'block' },
  },
  cell: { padding: tokens.spacingHorizontalS, [NARROW]: { display: 'block' } },
  choice: { minWidth: 0, maxWidth: '320px' },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
})

const LEFT_OUT = ''

interface ColumnRowProps {
  readonly column: ImportColumn
  readonly fields: ImportPreview['fields']
  readonly choose: (choices: ColumnChoices) => void
}

const ColumnRow = ({ column, fields, choose }: ColumnRowProps) => {
  const styles = useStyles()
  const [first, second] = column.fields
  const also = fields.find(({ field }) => field === second)?.words
  const pick = (value: string) => {
    const field = fields.find((one) => one.field === value)?.field ?? null
    choose({ [column.label]: field })
  }
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.heading}>
        {column.label} <Caption1 className={styles.small}>Column {column.letter}</Caption1>
      </th>
      <td role="cell" className={styles.cell}>
        <Select aria-label={`What “${column.label}” holds`} className={styles.choice} value={first ?? LEFT_OUT} onChange={(_event, { value }) => pick(value)}>
          <option value={LEFT_OUT}>Not imported</option>
          {fields.map(({ field, words }) => (
            <option key={field} value={field}>
              {words}
            </option>
          ))}
        </Select>
        {also !== undefined && <Caption1 className={styles.small}>and: {also}</Caption1>}
        {column.note !== null && <Caption1 className={styles.small}>{column.note}</Caption1>}
      </td>
    </tr>
  )
}

interface ColumnsPanelProps {
  readonly preview: ImportPreview
  readonly choose: (choices: ColumnChoices) => void
}

/** What each column was taken for. Choosing something else looks at the whole file again. */
export const ColumnsPanel = ({ preview, choose }: ColumnsPanelProps) => {
  const styles = useStyles()
  return (
    <Panel title="What was understood">
      <Body1>Each column was taken for what its heading says. Choose something else where that is wrong; the file is then looked at again.</Body1>
      {preview.sheets.map(({ name, columns }) => (
        <table key={name ?? 'file'} role="table" className={styles.table}>
          <caption className={styles.caption}>Columns of {name ?? 'the file'}</caption>
          <thead role="rowgroup" className={styles.head}>
            <tr role="row">
              <th role="columnheader" scope="col" className={styles.heading}>
                {preview.sheets.length > 1 ? `Heading on the sheet ${name ?? ''}` : 'Heading'}
              </th>
              <th role="columnheader" scope="col" className={styles.heading}>
                Read as
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup" className={styles.body}>
            {columns.map((column) => (
              <ColumnRow key={column.letter} column={column} fields={preview.fields} choose={choose} />
            ))}
          </tbody>
        </table>
      ))}
    </Panel>
  )
}
