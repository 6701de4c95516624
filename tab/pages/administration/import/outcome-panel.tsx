import { Body1, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ImportPreview } from '../../../api/import-queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { changeWords } from '../../../text/changes.ts'
import { children, counted, sentence } from '../../../text/numbers.ts'
import { placeWords } from './place-words.ts'

const useStyles = makeStyles({
  figures: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))', gap: tokens.spacingHorizontalM, margin: 0 },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightHero700,
    fontVariantNumeric: 'tabular-nums',
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  more: { cursor: 'pointer' },
})

type Counts = Pick<ImportPreview, 'added' | 'changed' | 'unchanged' | 'rejected'>

export const CountFigures = ({ counts }: { readonly counts: Counts }) => {
  const styles = useStyles()
  const figures: readonly (readonly [string, number])[] = [
    ['new', counts.added],
    ['changed', counts.changed],
    ['unchanged', counts.unchanged],
    ['rejected', counts.rejected],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([words, number]) => (
        <div key={words} className={styles.figure}>
          <dt>{words}</dt>
          <dd className={styles.number}>{number.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  )
}

const SHOWN = 50

const Changed = ({ changes }: Pick<ImportPreview, 'changes'>) => {
  const styles = useStyles()
  const changed = changes.filter(({ reference }) => reference !== null)
  if (changed.length === 0) return null
  return (
    <details>
      <summary className={styles.more}>What changes of {children(changed.length)} who are in the register</summary>
      <ul className={styles.list}>
        {changed.slice(0, SHOWN).map(({ sheet, row, reference, fields }) => (
          <li key={`${sheet ?? ''} ${row.toString()}`}>
            {reference}: {changeWords(fields)} <Caption1>({placeWords([{ sheet, row }])})</Caption1>
          </li>
        ))}
        {changed.length > SHOWN && <li>and {(changed.length - SHOWN).toLocaleString('en-GB')} more</li>}
      </ul>
    </details>
  )
}

/** Rows that are no child: how many for each reason. */
const asideWords = ({ rowsIgnored, sheetsIgnored }: ImportPreview): readonly string[] => [
  ...sheetsIgnored.map(({ sheet, reason }) => `Sheet “${sheet}”: ${reason}`),
  ...[...new Set(rowsIgnored.map(({ reason }) => reason))].map(
    (reason) => `${sentence(placeWords(rowsIgnored.filter((one) => one.reason === reason)))}: ${reason}`,
  ),
]

/** What importing would do, figures first. The buttons are the caller's. */
export const OutcomePanel = ({ preview, actions }: { readonly preview: ImportPreview; readonly actions: ReactNode }) => {
  const styles = useStyles()
  const aside = asideWords(preview)
  return (
    <Panel title="What importing would do">
      <CountFigures counts={preview} />
      <Text>
        {counted(preview.rowsTotal, 'row')} read ({preview.format}). Of the children that go in, {preview.waiting.toLocaleString('en-GB')} wait for a match
        {preview.longestWaitDays === null ? '' : `, the longest ${counted(preview.longestWaitDays, 'day')}`}.
      </Text>
      {preview.notes.map((note) => (
        <Body1 key={note}>{note}</Body1>
      ))}
      <Changed changes={preview.changes} />
      {aside.length > 0 && (
        <details>
          <summary className={styles.more}>What was left aside</summary>
          <ul className={styles.list}>
            {aside.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      {actions}
    </Panel>
  )
}
