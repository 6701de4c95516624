import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { POST_LISTS } from '../../../src/posts/post-contract.ts'
import { usePosts } from '../../api/queries.ts'
import type { Post } from '../../api/shapes.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { Empty } from '../../components/empty.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { Notice } from '../../components/notice.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { RouteLink } from '../../navigation.tsx'
import type { PostList } from '../../router.ts'
import { PostGroup } from './post-group.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const useStyles = makeStyles({
  lists: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, margin: 0, padding: 0, listStyleType: 'none' },
  link: { display: 'inline-block', paddingBlock: tokens.spacingVerticalS, borderBottom: '2px solid transparent' },
  current: {
    display: 'inline-block',
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  groups: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  more: { alignSelf: 'center' },
  said: { outlineStyle: 'none' },
})

const LIST_WORDS: Readonly<Record<PostList, string>> = { out: 'Out there', troubled: 'Needs a look', withdrawn: 'Taken back or ended' }
const NOTHING: Readonly<Record<PostList, string>> = {
  out: 'Cards that your agency posted, and cards about its children, would be here. “Post…” on the waiting list or a child’s page shows the card and its readers before anything is sent.',
  troubled: 'Cards that were refused, could not be delivered, or lost their facts because of who can read them would be here.',
  withdrawn: 'Cards that were taken back, or whose search has ended, would be here.',
}

type Copies = readonly [Post, ...Post[]]
/** The copies of one command lie side by side in the list. */
const groupsOf = (items: readonly Post[]): readonly Copies[] => {
  const groups = new Map<string, Copies>()
  for (const post of items) groups.set(post.group, [...(groups.get(post.group) ?? []), post] as unknown as Copies)
  return [...groups.values()]
}
const whatOf = ([{ kind, children }]: Copies): string => (kind === 'list' ? 'the list' : (children[0]?.reference ?? ''))

/** What is out there about whom, and where? */
const PostsPage = ({ list }: { readonly list: PostList }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const posts = usePosts(list)
  const [withdrawing, setWithdrawing] = useState<Copies>()
  const [said, setSaid] = useState('')
  const notice = useRef<HTMLDivElement>(null)
  const items = posts.data?.pages.flatMap((page) => page.items) ?? []
  const totals = posts.data?.pages[0]?.totals
  const done = (sentence: string) => {
    setWithdrawing(undefined)
    setSaid(sentence)
    announce(sentence)
    // the pressed button may be gone with its card
    setTimeout(() => document.activeElement === document.body && notice.current?.focus(), 300)
  }
  return (
    <>
      <PageHeading
        title="Posts"
        question="What is out there about whom, and where?"
        aside={<Freshness updatedAt={posts.dataUpdatedAt} refreshing={posts.isRefetching} refresh={posts.refetch} />}
      />
      <nav aria-label="Lists of posts">
        <ul className={styles.lists}>
          {POST_LISTS.map((one) => (
            <li key={one}>
              <RouteLink to={{ page: 'posts', list: one }} current={one === list} className={one === list ? styles.current : styles.link}>
                {LIST_WORDS[one]}
                {totals && ` (${totals[one].toLocaleString('en-GB')})`}
              </RouteLink>
            </li>
          ))}
        </ul>
      </nav>
      {said !== '' && (
        <div ref={notice} tabIndex={-1} className={styles.said}>
          <Notice tone="success" title={said} />
        </div>
      )}
      {posts.isPending && <PageSkeleton label="Loading the posts" figures={0} />}
      {posts.error && <ProblemNotice error={posts.error} retry={posts.refetch} />}
      {posts.data && items.length === 0 && <Empty title="Nothing here" words={NOTHING[list]} />}
      {items.length > 0 && (
        <ul className={styles.groups} aria-label={LIST_WORDS[list]}>
          {groupsOf(items).map((copies) => (
            <li key={copies[0].group}>
              <PostGroup copies={copies} withdraw={() => setWithdrawing(copies)} />
            </li>
          ))}
        </ul>
      )}
      {posts.hasNextPage && (
        <Button className={styles.more} disabledFocusable={posts.isFetchingNextPage} onClick={() => void posts.fetchNextPage()}>
          {posts.isFetchingNextPage ? 'Reading…' : 'Show more'}
        </Button>
      )}
      {withdrawing && (
        <WithdrawDialog
          group={withdrawing[0].group}
          what={whatOf(withdrawing)}
          copies={withdrawing.length}
          close={() => setWithdrawing(undefined)}
          done={done}
        />
      )}
    </>
  )
}

export default PostsPage
