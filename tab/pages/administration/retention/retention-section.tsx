import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useRetention } from '../../../api/retention-queries.ts'
import { Empty } from '../../../components/empty.tsx'
import { Freshness } from '../../../components/freshness.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { counted } from '../../../text/numbers.ts'
import { FindRecord } from './find-record.tsx'
import { RecordRow } from './record-row.tsx'
import { periodsWords } from './retention-words.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  words: { maxWidth: '72ch' },
  more: { alignSelf: 'flex-start' },
})

/** Whose time here is over, what is in the agency's own record, and what may go? */
export const RetentionSection = () => {
  const styles = useStyles()
  const { data, error, isPending, isRefetching, dataUpdatedAt, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useRetention()
  const [first] = data?.pages ?? []
  const records = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={styles.page}>
      {data && <Freshness updatedAt={dataUpdatedAt} refreshing={isRefetching} refresh={refetch} />}
      {isPending && <PageSkeleton label="Loading the records" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {first && (
        <Panel title={`${counted(first.total, 'record')} to file and purge, or held`}>
          <Text className={styles.words}>{periodsWords(first.periods)} The record that is kept for 100 years is your agency’s own, not this one.</Text>
          {records.length === 0 ? (
            <Empty title="Nothing to do" words="Records whose time here is over or nearly so would be here, and those that somebody holds." />
          ) : (
            <ul className={styles.list} aria-label="Records, the earliest first">
              {records.map((record) => (
                <li key={record.reference}>
                  <RecordRow record={record} today={first.today} />
                </li>
              ))}
            </ul>
          )}
          {hasNextPage && (
            <Button className={styles.more} disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {isFetchingNextPage ? 'Reading…' : 'Show more'}
            </Button>
          )}
        </Panel>
      )}
      {first && <FindRecord today={first.today} />}
    </div>
  )
}
