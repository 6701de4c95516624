import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { OwnChildDetail } from '../../api/shapes.ts'
import { counted } from '../../text/numbers.ts'
import { FormButton } from './child-forms.tsx'
import { attemptWords } from './journey-phases.ts'
import { Steps } from './steps.tsx'

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  attempt: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, paddingBlockStart: tokens.spacingVerticalM },
})

/** What was tried before, folded: each attempt with how it ended and its dates. */
export const Attempts = ({ attempts }: Pick<OwnChildDetail, 'attempts'>) => {
  const styles = useStyles()
  return (
    <details>
      <summary className={styles.summary}>
        <Text weight="semibold">{counted(attempts.length, 'earlier attempt')}</Text>
      </summary>
      {attempts.map((attempt) => {
        const { title, steps } = attemptWords(attempt)
        return (
          <div key={title} className={styles.attempt}>
            <Text>{title}</Text>
            <Steps steps={steps} />
          </div>
        )
      })}
      <FormButton form="take-back">Take back the last end…</FormButton>
    </details>
  )
}
