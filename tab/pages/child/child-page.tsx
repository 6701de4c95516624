import { Button, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons'
import { Suspense, lazy, useState } from 'react'
import { useChild } from '../../api/queries.ts'
import type { EntitledChild } from '../../api/shapes.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { RouteLink } from '../../navigation.tsx'
import { siblingWords, whoWords } from '../../text/child.ts'
import { STAGE_WORDS } from '../../text/words.ts'
import { Clocks } from './clocks.tsx'
import { Facts } from './facts.tsx'
import { Journey } from './journey.tsx'
import { NextStep } from './next-step.tsx'
import { PostsAbout } from './posts-about.tsx'
import { PrivateDetail } from './private-detail.tsx'
import { RecordDate } from './record-date.tsx'

const PostDialog = lazy(() => import('../post/post-dialog.tsx'))

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  summary: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
})

const Summary = ({ child, post }: { readonly child: EntitledChild; readonly post: () => void }) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  return (
    <div className={styles.summary}>
      <Text size={400}>
        {whoWords(child)} · {siblingWords(child)} · {STAGE_WORDS[child.stage]} · {child.agency.name}
      </Text>
      {child.actions.includes('post') && (
        <Button {...restoreFocus} appearance="primary" icon={<SendRegular />} onClick={post}>
          Post…
        </Button>
      )}
    </div>
  )
}

/** Where is this child's plan, and what holds it up? */
const ChildPage = ({ reference }: { readonly reference: string }) => {
  const styles = useStyles()
  const [posting, setPosting] = useState(false)
  const { data: child, error, isPending, isRefetching, dataUpdatedAt, refetch } = useChild(reference)
  return (
    <>
      <RouteLink to={{ page: 'waiting', query: '' }}>Back to the waiting list</RouteLink>
      <PageHeading
        title={`Child ${reference}`}
        question="Where is this child’s plan, and what holds it up?"
        beside={<CopyButton reference={reference} />}
        aside={<Freshness updatedAt={dataUpdatedAt} refreshing={isRefetching} refresh={refetch} />}
      >
        Child <span className={styles.code}>{reference}</span>
      </PageHeading>
      {isPending && <PageSkeleton label="Loading this child’s plan" figures={3} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {child && (
        <>
          <Summary child={child} post={() => setPosting(true)} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <NextStep child={child} />
              <Journey child={child} />
              <Clocks child={child} />
              {child.view === 'own' && child.actions.includes('record-date') && <RecordDate child={child} />}
            </div>
            <div className={styles.column}>
              <Facts child={child} />
              {child.actions.includes('read-private') && <PrivateDetail reference={reference} />}
              <PostsAbout reference={reference} />
            </div>
          </div>
        </>
      )}
      {posting && (
        <Suspense>
          <PostDialog reference={reference} close={() => setPosting(false)} />
        </Suspense>
      )}
    </>
  )
}

export default ChildPage
