import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { problemWords } from '../text/problems.ts'

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  small: { display: 'block', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

interface ProblemNoticeProps {
  readonly error: unknown
  readonly retry?: (() => unknown) | undefined
  /** a next step of its own, where trying again is not it */
  readonly children?: ReactNode
}

/** What happened, what is safe, and one next step; the correlation id in small print. */
export const ProblemNotice = ({ error, retry, children }: ProblemNoticeProps) => {
  const styles = useStyles()
  const words = problemWords(error)
  return (
    <MessageBar intent={words.tone} layout="multiline" role="alert" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{words.title}.</MessageBarTitle> {words.detail}
        {words.correlationId !== undefined && <Text className={styles.small}>Correlation id {words.correlationId}</Text>}
        {children}
      </MessageBarBody>
      {words.retry && retry && (
        <MessageBarActions>
          <Button onClick={() => void retry()}>Try again</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
