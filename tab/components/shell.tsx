import { Spinner, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, lazy } from 'react'
import { useMe } from '../api/queries.ts'
import type { Me } from '../api/shapes.ts'
import { useRoute } from '../navigation.tsx'
import { placeOf } from '../router.ts'
import type { Route } from '../router.ts'
import { Header } from './header.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { homeOf } from './pages.ts'
import { SignInProblem } from './sign-in-problem.tsx'
import { useUncoveredPage } from './uncover-page.ts'
import { UnknownPage } from './unknown-page.tsx'

const WaitingPage = lazy(() => import('../pages/waiting/waiting-page.tsx'))
const ChildPage = lazy(() => import('../pages/child/child-page.tsx'))
const MeetingsPage = lazy(() => import('../pages/meetings/meetings-page.tsx'))
const PostsPage = lazy(() => import('../pages/posts/posts-page.tsx'))
const AdministrationPage = lazy(() => import('../pages/administration/administration-page.tsx'))

const useStyles = makeStyles({
  main: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '1440px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
})

const Page = ({ person, route }: { readonly person: Me; readonly route: Route }) => {
  switch (route.page) {
    case 'home':
      return <Page person={person} route={homeOf(person)} />
    case 'waiting':
      return person.pages.includes('waiting') ? <WaitingPage person={person} query={route.query} /> : <UnknownPage />
    case 'child':
      return <ChildPage key={route.reference} reference={route.reference} />
    case 'posts':
      return person.pages.includes('posts') ? <PostsPage list={route.list} /> : <UnknownPage />
    case 'meetings':
      return person.pages.includes('meetings') ? <MeetingsPage /> : <UnknownPage />
    case 'administration':
      return person.pages.includes('administration') ? <AdministrationPage person={person} section={route.section} /> : <UnknownPage />
    case 'unknown':
      return <UnknownPage />
  }
}

/** Header, navigation and the page that the address names; before that, who is looking. */
export const Shell = ({ demo }: { readonly demo: boolean }) => {
  const styles = useStyles()
  const route = useRoute()
  useUncoveredPage(placeOf(route))
  const { data: person, error, isPending, refetch } = useMe()
  return (
    <>
      <Header person={person} demo={demo || person?.demo === true} />
      <main className={styles.main}>
        {isPending && (
          <>
            <Spinner size="tiny" label="Signing you in…" labelPosition="after" />
            <PageSkeleton label="Loading Family Finding" />
          </>
        )}
        {error && !person && <SignInProblem error={error} demo={demo} retry={refetch} />}
        {person && (
          <Suspense fallback={<PageSkeleton label="Loading the page" />}>
            <Page person={person} route={route} />
          </Suspense>
        )}
      </main>
    </>
  )
}
