import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Setting, SettingChange, SettingPeriod } from '../../../api/settings-queries.ts'
import { instantWords } from '../../../text/dates.ts'
import { counted, sentence } from '../../../text/numbers.ts'
import { daysWords } from './setting-words.ts'

const useStyles = makeStyles({
  fold: { cursor: 'pointer' },
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalS },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
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

/** What held before, and who entered what; the newest first. Nothing where nothing ever changed. */
export const SettingHistory = ({ setting: { earlier, changes, words } }: { readonly setting: Setting }) => {
  const styles = useStyles()
  if (earlier.length === 0 && changes.length === 0) return null
  return (
    <details>
      <summary className={styles.fold} aria-label={`History: ${words}`}>
        History: {counted(earlier.length, 'earlier value')}, {counted(changes.length, 'entry', 'entries')}
      </summary>
      <div className={styles.parts}>
        {earlier.length > 0 && (
          <ul aria-label="Earlier values" className={styles.list}>
            {earlier.map((period) => (
              <li key={period.from ?? ''}>
                <Period period={period} />
              </li>
            ))}
          </ul>
        )}
        {changes.length > 0 && (
          <ul aria-label="Entered" className={styles.list}>
            {changes.map((entry) => (
              <li key={entry.version}>
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
