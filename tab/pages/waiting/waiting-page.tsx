import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { AddRegular, SendRegular } from '@fluentui/react-icons'
import { Suspense, lazy, useMemo, useState } from 'react'
import { useWaiting, useWaitingFigures } from '../../api/queries.ts'
import type { PostAbout } from '../../api/queries.ts'
import type { Me } from '../../api/shapes.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { RouteLink, go } from '../../navigation.tsx'
import { children } from '../../text/numbers.ts'
import { Figures } from './figures.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterChips } from './filter-chips.tsx'
import { Lists } from './lists.tsx'
import { NobodyHere } from './nobody-here.tsx'
import { readFilter, writeFilter } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'
import { WaitingTable } from './waiting-table.tsx'

const PostDialog = lazy(() => import('../post/post-dialog.tsx'))
const AgencyFigures = lazy(() => import('./agency-figures.tsx'))
const AddChildForm = lazy(() => import('./add-child-form.tsx'))
const useStyles = makeStyles({
  more: { alignSelf: 'center' },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})
const change = (filter: WaitingFilter) => go({ page: 'waiting', query: writeFilter(filter).toString() }, true)

/** Who waits, how long, and what is next? Figures first, then the list, both of the same filter. */
const WaitingPage = ({ person, query }: { readonly person: Me; readonly query: string }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const restoreFocus = useRestoreFocusTarget()
  const [posting, setPosting] = useState<PostAbout>()
  const [isAdding, setAdding] = useState(false)
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

  const first = list.data?.pages[0]
  // a list of the own work or of a stock that a channel must not keep is nobody's to post; the service says why to who tries
  const mayPostList = filter.list === 'waiting' && rows.some(({ actions }) => actions.includes('post'))
  return (
    <>
      <PageHeading
        title="Waiting list"
        question="Who waits, how long, and what is next?"
        aside={
          <div className={styles.acts}>
            {first?.mayAdd === true && (
              <Button {...restoreFocus} icon={<AddRegular />} onClick={() => setAdding(true)}>
                Add a child…
              </Button>
            )}
            {first?.mayExport === true && person.administration.includes('export') && (
              <RouteLink to={{ page: 'administration', section: 'export' }}>Save your list as a workbook</RouteLink>
            )}
            {first !== undefined && mayPostList && (
              <Button {...restoreFocus} icon={<SendRegular />} onClick={() => setPosting({ filter: first.filter })}>
                Post this list…
              </Button>
            )}
            <Freshness updatedAt={list.dataUpdatedAt} refreshing={list.isRefetching} refresh={() => Promise.all([list.refetch(), figures.refetch()])} />
          </div>
        }
      />
      <Lists filter={filter} figures={figures.data} />
      {figures.data && <Figures figures={figures.data} filter={filter} change={change} />}
      <FilterBar filter={filter} agencies={person.agencies} change={change} />
      <FilterChips filter={filter} agencies={person.agencies} change={change} />
      {list.isPending && <PageSkeleton label="Loading the waiting list" figures={figures.data ? 0 : 4} />}
      {list.error && <ProblemNotice error={list.error} retry={list.refetch} />}
      {list.data && rows.length === 0 && <NobodyHere filter={filter} change={change} />}
      {rows.length > 0 && (
        <WaitingTable rows={rows} total={total} filter={filter} limits={figures.data?.thresholds ?? []} post={(reference) => setPosting({ reference })} />
      )}
      {list.hasNextPage && (
        <Button className={styles.more} disabledFocusable={list.isFetchingNextPage} onClick={() => void showMore()}>
          {list.isFetchingNextPage ? 'Reading…' : `Show more (${rows.length} of ${total})`}
        </Button>
      )}
      <Suspense>
        {filter.list === 'open' && first !== undefined && first.total > 0 && <AgencyFigures />}
        {posting !== undefined && <PostDialog about={posting} close={() => setPosting(undefined)} />}
        {isAdding && <AddChildForm close={() => setAdding(false)} />}
      </Suspense>
    </>
  )
}

export default WaitingPage
