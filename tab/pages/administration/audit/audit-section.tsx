import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useAudit } from '../../../api/administration-queries.ts'
import type { AuditAsked } from '../../../api/administration-queries.ts'
import { Empty } from '../../../components/empty.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { counted } from '../../../text/numbers.ts'
import { isSaidAtFields } from '../../../text/problems.ts'
import { AskAudit } from './ask-audit.tsx'
import { AuditTable } from './audit-table.tsx'

const FIELDS = ['/about', '/from', '/until']

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  more: { alignSelf: 'flex-start' },
})

/** Who saw what, and who did what? */
export const AuditSection = () => {
  const styles = useStyles()
  const [asked, ask] = useState<AuditAsked>()
  const { data, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useAudit(asked)
  const lines = data?.pages.flatMap(({ items }) => items) ?? []
  const [first] = data?.pages ?? []
  const title = first && `${first.more ? 'More than ' : ''}${counted(first.total, 'line')}, the newest first`
  return (
    <div className={styles.page}>
      <AskAudit ask={ask} isAsking={isFetching} fault={error} />
      {asked === undefined && (
        <Empty
          title="Ask the audit"
          words="Who saw a child of yours, or what a colleague opened, would be here. Write a reference, choose a person or some days, then search. Each search is in the audit, too."
        />
      )}
      {isFetching && !isFetchingNextPage && <PageSkeleton label="Searching the audit" figures={0} />}
      {error && !isSaidAtFields(error, FIELDS) && <ProblemNotice error={error} retry={refetch} />}
      {first && title !== undefined && !(isFetching && !isFetchingNextPage) && (
        <Panel title={title}>
          {lines.length === 0 ? (
            <Empty title="Nothing found" words="Nobody did this, as far as your agency may see. Try more days, or leave something out." />
          ) : (
            <AuditTable lines={lines} />
          )}
          {hasNextPage && (
            <Button className={styles.more} disabledFocusable={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {isFetchingNextPage ? 'Reading…' : 'Show more'}
            </Button>
          )}
        </Panel>
      )}
    </div>
  )
}
