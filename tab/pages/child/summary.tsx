import { Button, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { siblingWords, whoWords } from '../../text/child.ts'
import { STAGE_WORDS, STANDING_WORDS } from '../../text/words.ts'

const useStyles = makeStyles({ summary: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL } })

/** The child in one line, and the one obvious act. */
export const Summary = ({ child, post }: { readonly child: EntitledChildDetail; readonly post: () => void }) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const words = [
    whoWords(child),
    siblingWords(child),
    STAGE_WORDS[child.stage],
    ...(child.standing === null ? [] : [STANDING_WORDS[child.standing]]),
    child.agency.name,
  ]
  return (
    <div className={styles.summary}>
      <Text size={400}>{words.join(' · ')}</Text>
      {child.actions.includes('post') && (
        <Button {...restoreFocus} appearance="primary" icon={<SendRegular />} onClick={post}>
          Post…
        </Button>
      )}
    </div>
  )
}
