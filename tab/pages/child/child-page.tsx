import { useRef, useState } from 'react'
import { Suspense, lazy } from 'react'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useChild } from '../../api/queries.ts'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { useAnnounce } from '../../components/announcer.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Freshness } from '../../components/freshness.tsx'
import { Notice } from '../../components/notice.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { RouteLink } from '../../navigation.tsx'
import { ChildForms } from './child-forms.tsx'
import { ChildParts } from './child-parts.tsx'
import { formsOffered } from './forms-offered.ts'
import type { ChildForm } from './forms-offered.ts'
import { Summary } from './summary.tsx'

const PostDialog = lazy(() => import('../post/post-dialog.tsx'))
const OpenForm = lazy(() => import('./forms/open-form.tsx'))

const useStyles = makeStyles({ code: { fontFamily: tokens.fontFamilyMonospace }, said: { outlineStyle: 'none' } })

/** The child, and the dialogs that act upon it. What was saved is said at the top; the focus goes there where its button is gone. */
const Child = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const [dialog, setDialog] = useState<ChildForm | 'post'>()
  const [said, setSaid] = useState('')
  const notice = useRef<HTMLDivElement>(null)
  const close = () => setDialog(undefined)
  const done = (sentence: string) => {
    close()
    setSaid(sentence)
    announce(sentence)
    setTimeout(() => document.activeElement === document.body && notice.current?.focus(), 300)
  }
  return (
    <ChildForms value={{ offered: formsOffered(child), open: setDialog }}>
      {said !== '' && (
        <div ref={notice} tabIndex={-1} className={styles.said}>
          <Notice tone="success" title={said} />
        </div>
      )}
      <Summary child={child} post={() => setDialog('post')} />
      <ChildParts child={child} />
      <Suspense>
        {dialog === 'post' && <PostDialog about={{ reference: child.reference }} close={close} />}
        {dialog !== undefined && dialog !== 'post' && child.view === 'own' && <OpenForm form={dialog} child={child} close={close} done={done} />}
      </Suspense>
    </ChildForms>
  )
}

/** Where is this child's plan, and what holds it up? */
const ChildPage = ({ reference }: { readonly reference: string }) => {
  const styles = useStyles()
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
      {child && <Child child={child} />}
    </>
  )
}

export default ChildPage
