import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Empty } from '../../../components/empty.tsx'
import { Panel } from '../../../components/panel.tsx'

const useStyles = makeStyles({ more: { alignSelf: 'flex-start' } })

interface FoundPanelProps {
  readonly title: string
  readonly acts: ReactNode
  readonly isEmpty: boolean
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown }
  readonly children: ReactNode
}

/** What the audit answered, and the rest of it on demand. */
export const FoundPanel = ({ title, acts, isEmpty, query, children }: FoundPanelProps) => {
  const styles = useStyles()
  return (
    <Panel title={title} acts={acts}>
      {isEmpty ? <Empty title="Nothing found" words="Nobody did this, as far as your agency may see. Try more days, or leave something out." /> : children}
      {query.hasNextPage && (
        <Button className={styles.more} disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? 'Reading…' : 'Show more'}
        </Button>
      )}
    </Panel>
  )
}
