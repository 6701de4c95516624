import { Link, makeStyles } from '@fluentui/react-components'
import { ServiceProblem } from '../api/client.ts'
import { SignInFailed } from '../session.ts'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemNotice } from './problem-notice.tsx'

const useStyles = makeStyles({ next: { display: 'block' } })

interface SignInProblemProps {
  readonly error: Error
  readonly demo: boolean
  readonly retry: () => unknown
}

/** Nobody is known yet: a plain browser, a host that gave no token, or a person without a role here. */
export const SignInProblem = ({ error, demo, retry }: SignInProblemProps) => {
  const styles = useStyles()
  const isNobody = error instanceof ServiceProblem && error.problem.status === 403
  return (
    <>
      <PageHeading title={isNobody ? 'You have no role here yet' : 'Sign in'} />
      {isNobody ? (
        <Notice tone="warning" title={`${error.problem.title}.`}>
          {error.problem.detail}
        </Notice>
      ) : (
        <ProblemNotice error={error} retry={retry}>
          {demo && error instanceof SignInFailed && (
            <span className={styles.next}>
              This is the demo: <Link href="/local/">choose a person on the local page</Link>.
            </span>
          )}
        </ProblemNotice>
      )}
    </>
  )
}
