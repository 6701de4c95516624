import { Button, makeStyles } from '@fluentui/react-components'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useWaiting, useWaitingFigures } from '../../api/queries.ts'
import type { Me } from '../../api/shapes.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { Empty } from '../../components/empty.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { go } from '../../navigation.tsx'
import { children } from '../../text/numbers.ts'
import { Figures } from './figures.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterChips } from './filter-chips.tsx'
import { NO_FILTER, readFilter, writeFilter } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'
import { WaitingTable } from './waiting-table.tsx'

const PostDialog = lazy(() => import('../post/post-dialog.tsx'))
const useStyles = makeStyles({ more: { alignSelf: 'center' } })
const change = (filter: WaitingFilter) => go({ page: 'waiting', query: writeFilter(filter).toString() }, true)

/** Who waits, how long, and what is next? Figures first, then the list, both of the same filter. */
const WaitingPage = ({ person, query }: { readonly person: Me; readonly query: string }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const [posting, setPosting] = useState<string>()
  const filter = useMemo(() => readFilter(query), [query])
  const search = writeFilter(filter).toString()
  const list = useWaiting(search)
  const figures = useWaitingFigures(search)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const total = list.data?.pages.at(-1)?.total ?? 0

  const showMore = async () => {
    const { data } = await list.fetchNextPage()
    const shown = data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0
    announce(`Showing ${shown} of ${children(total)}`)
  }

  return (
    <>
      <PageHeading
        title="Waiting list"
        question="Who waits, how long, and what is next?"
        aside={<Freshness updatedAt={list.dataUpdatedAt} refreshing={list.isRefetching} refresh={() => Promise.all([list.refetch(), figures.refetch()])} />}
      />
      {figures.data && <Figures figures={figures.data} />}
      <FilterBar filter={filter} agencies={person.agencies} change={change} />
      <FilterChips filter={filter} agencies={person.agencies} change={change} />
      {list.isPending && <PageSkeleton label="Loading the waiting list" figures={figures.data ? 0 : 4} />}
      {list.error && <ProblemNotice error={list.error} retry={list.refetch} />}
      {list.data && rows.length === 0 && (
        <Empty
          title={search === '' ? 'Nobody is waiting' : 'No child who waits fits these filters'}
          words={
            search === ''
              ? 'Children appear here from the decision for adoption, or the placement order, until they are matched. To begin, ask your administrator to import your tracker.'
              : 'Take away one filter, or all of them.'
          }
        >
          {search !== '' && <Button onClick={() => change(NO_FILTER)}>Clear all filters</Button>}
        </Empty>
      )}
      {rows.length > 0 && <WaitingTable rows={rows} total={total} post={setPosting} />}
      {list.hasNextPage && (
        <Button className={styles.more} disabledFocusable={list.isFetchingNextPage} onClick={() => void showMore()}>
          {list.isFetchingNextPage ? 'Reading…' : `Show more (${rows.length} of ${total})`}
        </Button>
      )}
      {posting !== undefined && (
        <Suspense>
          <PostDialog reference={posting} close={() => setPosting(undefined)} />
        </Suspense>
      )}
    </>
  )
}

export default WaitingPage
