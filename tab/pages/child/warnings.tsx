import { makeStyles, tokens } from '@fluentui/react-components'
import type { OwnChildDetail } from '../../api/shapes.ts'
import { Notice } from '../../components/notice.tsx'

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL } })

/** What does not fit, or is unusual; it stops nobody. */
export const Warnings = ({ warnings }: Pick<OwnChildDetail, 'warnings'>) => {
  const styles = useStyles()
  return (
    <Notice tone="warning" title="Please look at this.">
      <ul className={styles.list}>
        {warnings.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Notice>
  )
}
