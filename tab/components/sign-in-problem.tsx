import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { ServiceProblem } from '../api/client.ts'
import type { Problem } from '../api/client.ts'
import { useChooseAgency } from '../api/queries.ts'
import { SignInFailed } from '../session.ts'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemNotice } from './problem-notice.tsx'

const useStyles = makeStyles({
  next: { display: 'block' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0, padding: 0, listStyleType: 'none' },
})

/** Known, but for no agency yet, or without a role: the service's own sentence says whom to ask. */
const Nobody = ({ problem }: { readonly problem: Problem }) => {
  const styles = useStyles()
  const choose = useChooseAgency()
  return (
    <>
      <PageHeading title={problem.title} />
      <Notice tone="warning" title={`${problem.title}.`}>
        {problem.detail}
      </Notice>
      {problem.choices && (
        <ul aria-label="Your agencies" className={styles.choices}>
          {problem.choices.map(({ code, name }) => (
            <li key={code}>
              <Button disabledFocusable={choose.isPending} onClick={() => choose.mutate(code)}>
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {choose.error && <ProblemNotice error={choose.error} />}
    </>
  )
}

interface SignInProblemProps {
  readonly error: Error
  readonly demo: boolean
  readonly retry: () => unknown
}

/** Nobody is known yet: a plain browser, a host that gave no token, or a person without a role here. */
export const SignInProblem = ({ error, demo, retry }: SignInProblemProps) => {
  const styles = useStyles()
  if (error instanceof ServiceProblem && error.problem.status === 403) return <Nobody problem={error.problem} />
  return (
    <>
      <PageHeading title="Sign in" />
      <ProblemNotice error={error} retry={retry}>
        {demo && error instanceof SignInFailed && (
          <span className={styles.next}>
            This is the demo:{' '}
            <Link href="/local/" target="_top">
              choose a person on the local page
            </Link>
            .
          </span>
        )}
      </ProblemNotice>
    </>
  )
}
