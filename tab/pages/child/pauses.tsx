import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { PauseCircleRegular } from '@fluentui/react-icons'
import type { OwnChildDetail } from '../../api/shapes.ts'
import { londonDate } from '../../text/dates.ts'
import { pauseWords } from './journey-phases.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  pause: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px' },
})

/** Every pause with its days and its reason. They stand beside the clocks: no day is taken off. */
export const Pauses = ({ pauses }: Pick<OwnChildDetail, 'pauses'>) => {
  const styles = useStyles()
  const today = londonDate(new Date())
  return (
    <ul aria-label="Pauses" className={styles.list}>
      {pauses.map((pause) => (
        <li key={`${pause.kind} ${pause.from}`} className={styles.pause}>
          <PauseCircleRegular aria-hidden className={styles.icon} />
          <Text weight={pause.until === null ? 'semibold' : 'regular'}>{pauseWords(pause, today)}</Text>
        </li>
      ))}
    </ul>
  )
}
