import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { OwnChildDetail } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { instantWords } from '../../text/dates.ts'
import { changeWords, dayChangeWords } from '../../text/changes.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** What changed and by whom, the newest first, with the days that were there before; of other facts never what they were. */
export const Changes = ({ changes }: Pick<OwnChildDetail, 'changes'>) => {
  const styles = useStyles()
  return (
    <Panel title="What changed">
      {changes.length === 0 && <Text>Nothing has changed since this child was added.</Text>}
      {changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map(({ at, what, days, by }) => (
            <li key={`${at} ${what.join(' ')}`}>
              <Text>{changeWords(what)}</Text>
              {days.map((day) => (
                <Caption1 key={day.name} className={styles.small}>
                  {dayChangeWords(day)}
                </Caption1>
              ))}
              <Caption1 className={styles.small}>
                {by ?? 'By an import or by the service'}, {instantWords(at)}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
