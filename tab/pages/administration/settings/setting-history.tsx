import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { Setting, SettingChange, SettingPeriod } from '../../../api/settings-queries.ts'
import { hidden } from '../../../components/hidden.ts'
import { instantWords } from '../../../text/dates.ts'
import { counted, list, sentence } from '../../../text/numbers.ts'
import { daysWords } from './setting-words.ts'

const useStyles = makeStyles({
  fold: { cursor: 'pointer' },
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalS },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  hidden,
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

const Period = ({ period }: { readonly period: SettingPeriod }) => (
  <Text>
    {sentence(daysWords(period))}: {period.words} ({period.source})
  </Text>
)

const Entry = ({ entry }: { readonly entry: SettingChange }) => {
  const styles = useStyles()
  const { words, source, reason, by, at } = entry
  return (
    <>
      <Text>
        {sentence(daysWords(entry))}: {words ?? 'back to what came with the app'} ({source}){reason === null ? '' : `. Why: ${reason}`}
      </Text>
      <Caption1 className={styles.small}>
        {by}, {instantWords(at)}
      </Caption1>
    </>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const styles = useStyles()
  const id = useId()
  return (
    <div>
      <Text id={id} weight="semibold">
        {title}
      </Text>
      <ul aria-labelledby={id} className={styles.list}>
        {children}
      </ul>
    </div>
  )
}

/** What held before, and who entered what; the newest first. Nothing where nothing ever changed. */
export const SettingHistory = ({ setting: { earlier, changes, words } }: { readonly setting: Setting }) => {
  const styles = useStyles()
  const counts = [
    ...(earlier.length > 0 ? [counted(earlier.length, 'earlier value')] : []),
    ...(changes.length > 0 ? [counted(changes.length, 'entry', 'entries')] : []),
  ]
  if (counts.length === 0) return null
  return (
    <details>
      <summary className={styles.fold}>
        History: {list(counts)}
        <span className={styles.hidden}> of {words}</span>
      </summary>
      <div className={styles.parts}>
        {earlier.length > 0 && (
          <Part title="Held before">
            {earlier.map((period) => (
              <li key={period.from ?? ''}>
                <Period period={period} />
              </li>
            ))}
          </Part>
        )}
        {changes.length > 0 && (
          <Part title="Entered">
            {changes.map((entry) => (
              <li key={entry.version}>
                <Entry entry={entry} />
              </li>
            ))}
          </Part>
        )}
      </div>
    </details>
  )
}
