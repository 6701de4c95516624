import { Button, Field, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { hidden } from '../../../components/hidden.ts'
import { Panel } from '../../../components/panel.tsx'

const useStyles = makeStyles({
  words: { maxWidth: '72ch' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  name: { overflowWrap: 'anywhere' },
  input: hidden,
})

const MOST_BYTES = 10 * 1024 * 1024

interface ChooseTrackerProps {
  readonly file: File | undefined
  readonly isReading: boolean
  /** why this file will not do, in one sentence */
  readonly wrong: string | undefined
  readonly choose: (file: File) => void
  readonly tooLarge: () => void
}

/** The file, from the person's own computer. Nothing is saved by choosing it. */
export const ChooseTracker = ({ file, isReading, wrong, choose, tooLarge }: ChooseTrackerProps) => {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const [chosen] = files ?? []
    if (chosen && chosen.size > MOST_BYTES) tooLarge()
    else if (chosen) choose(chosen)
    // the same file can be chosen again, after it was put right
    if (input.current) input.current.value = ''
  }
  return (
    <Panel title="Your tracker">
      <Text className={styles.words}>
        Choose the list of children that your agency keeps, as an Excel workbook (.xlsx) or as text (.csv). You will see what it would change before anything is
        saved. Names, initials and addresses are not imported.
      </Text>
      <Field {...(wrong !== undefined && { validationMessage: wrong, validationState: 'error' as const })}>
        <div className={styles.line}>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.xlsm,.csv,.txt,.tsv"
            tabIndex={-1}
            aria-label="Tracker file"
            className={styles.input}
            onChange={({ target }) => take(target.files)}
          />
          <Button appearance={file === undefined ? 'primary' : 'secondary'} disabledFocusable={isReading} onClick={() => input.current?.click()}>
            {isReading ? 'Reading…' : file === undefined ? 'Choose a file' : 'Choose another file'}
          </Button>
          {file && <Text className={styles.name}>{file.name}</Text>}
        </div>
      </Field>
    </Panel>
  )
}
