import { Button, Spinner, Switch, Text, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { NoticeState } from '../../../api/oversight-queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'

const useStyles = makeStyles({ more: { alignSelf: 'flex-start' }, spinner: { alignSelf: 'flex-start' } })

interface ToldPanelProps {
  readonly title: string
  /** what it says where there is nothing */
  readonly empty: string
  readonly state: NoticeState
  readonly setState: (state: NoticeState) => void
  readonly query: {
    readonly error: unknown
    readonly isPending: boolean
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
    readonly refetch: () => unknown
  }
  readonly count: number
  readonly children: ReactNode
}

/** A list of what the agency is told, those that nobody took note of yet; the others on demand. */
export const ToldPanel = ({ title, empty, state, setState, query, count, children }: ToldPanelProps) => {
  const styles = useStyles()
  const acts = (
    <Switch
      label="Show those already dealt with"
      checked={state === 'acknowledged'}
      onChange={(_event, { checked }) => setState(checked ? 'acknowledged' : 'open')}
    />
  )
  return (
    <Panel title={title} acts={acts}>
      {query.error !== null && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isPending && <Spinner className={styles.spinner} size="tiny" label="Reading…" labelPosition="after" />}
      {!query.isPending && query.error === null && count === 0 && <Text>{empty}</Text>}
      {count > 0 && children}
      {query.hasNextPage && (
        <Button className={styles.more} disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? 'Reading…' : 'Show more'}
        </Button>
      )}
    </Panel>
  )
}
