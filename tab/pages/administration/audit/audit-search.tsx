import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useAudit } from '../../../api/administration-queries.ts'
import type { AuditAsked } from '../../../api/administration-queries.ts'
import { useAuditDays } from '../../../api/oversight-queries.ts'
import { Empty } from '../../../components/empty.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { dateWords, londonDate } from '../../../text/dates.ts'
import { counted } from '../../../text/numbers.ts'
import { isSaidAtFields } from '../../../text/problems.ts'
import { AskAudit } from './ask-audit.tsx'
import type { AuditForm } from './ask-audit.tsx'
import { AuditTable } from './audit-table.tsx'
import { DaysTable } from './days-table.tsx'
import { ExportAudit } from './export-audit.tsx'
import { FoundPanel } from './found-panel.tsx'

const FIELDS = ['/about', '/from', '/until']
const WEEK = 6 * 86_400_000

const useStyles = makeStyles({ page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL } })

/** Days need a first and a last one: the last week, where none is chosen. */
const withDays = ({ about, person, from, until }: AuditAsked) => {
  const last = until === '' ? londonDate(new Date()) : until
  return { about, person, from: from === '' ? londonDate(new Date(Date.parse(last) - WEEK)) : from, until: last }
}

/** Who saw what, and who did what? Line by line, or day by day. */
export const AuditSearch = ({ mayExport }: { readonly mayExport: boolean }) => {
  const styles = useStyles()
  const [asked, ask] = useState<AuditForm>()
  const byDays = asked?.view === 'days' ? withDays(asked.asked) : undefined
  const lines = useAudit(asked?.view === 'lines' ? asked.asked : undefined)
  const days = useAuditDays(byDays)
  const query = byDays ? days : lines
  const { error, isFetching, isFetchingNextPage, refetch } = query
  const isSearching = isFetching && !isFetchingNextPage
  const [first] = lines.data?.pages ?? []
  const foundLines = lines.data?.pages.flatMap(({ items }) => items) ?? []
  const foundDays = days.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className={styles.page}>
      <AskAudit ask={ask} isAsking={isFetching} fault={error} />
      {asked === undefined && (
        <Empty
          title="Ask the audit"
          words="Who saw a child of yours, or what a colleague opened, would be here. Write a reference, choose a person or some days, then search. Each search is in the audit, too."
        />
      )}
      {isSearching && <PageSkeleton label="Searching the audit" figures={0} />}
      {error && !isSaidAtFields(error, FIELDS) && <ProblemNotice error={error} retry={refetch} />}
      {!byDays && first && !isSearching && (
        <FoundPanel
          title={`${first.more ? 'More than ' : ''}${counted(first.total, 'line')}, the newest first`}
          acts={mayExport && asked && <ExportAudit asked={asked.asked} />}
          isEmpty={foundLines.length === 0}
          query={lines}
        >
          <AuditTable lines={foundLines} />
        </FoundPanel>
      )}
      {byDays && days.data && !isSearching && (
        <FoundPanel
          title={`Day by day from ${dateWords(byDays.from)} to ${dateWords(byDays.until)}`}
          acts={mayExport && asked && <ExportAudit asked={{ ...asked.asked, ...byDays, did: '', verb: '' }} />}
          isEmpty={foundDays.length === 0}
          query={days}
        >
          <DaysTable days={foundDays} />
        </FoundPanel>
      )}
    </div>
  )
}
