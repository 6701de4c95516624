import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { glassNotice, glassNoticesPage } from '../../src/children/break-glass/break-glass-contract.ts'
import { auditDaysPage } from '../../src/safeguards/audit-days/audit-days-contract.ts'
import type { acknowledgeAlertCommand } from '../../src/safeguards/reading-alerts/reading-alerts-contract.ts'
import { readingAlert, readingAlertsPage } from '../../src/safeguards/reading-alerts/reading-alerts-contract.ts'
import { searchOf } from './administration-queries.ts'
import type { AuditAsked } from './administration-queries.ts'
import { useClient } from './queries.ts'

export type ReadingAlert = z.output<typeof readingAlert>
export type AlertNote = z.output<typeof acknowledgeAlertCommand>['note']
export type GlassNotice = z.output<typeof glassNotice>
export type PersonDay = z.output<typeof auditDaysPage>['items'][number]
export type NoticeState = 'open' | 'acknowledged'
/** Of whom or what, on which days. */
export type DaysAsked = Pick<AuditAsked, 'about' | 'person' | 'from' | 'until'>

export const useReadingAlerts = (state: NoticeState) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['reading-alerts', state],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.call({ path: 'reading-alerts', query: searchOf({ state }, pageParam), answer: readingAlertsPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

export const useAcknowledgeAlert = (id: string) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: z.input<typeof acknowledgeAlertCommand>) =>
      client.call({ path: `reading-alerts/${id}/acknowledge`, body: command, answer: readingAlert }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['reading-alerts'] }),
  })
}

/** Each look names children and is in the audit: not again by itself. */
export const useGlassNotices = (state: NoticeState) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['glass-notices', state],
    initialPageParam: '',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ pageParam, signal }) => client.call({ path: 'break-glass/notices', query: searchOf({ state }, pageParam), answer: glassNoticesPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

export const useAcknowledgeNotice = (id: string) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => client.call({ path: `break-glass/notices/${id}/acknowledge`, body: { key }, answer: glassNotice }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['glass-notices'] }),
  })
}

/** Asked for as the search is: by a press, and not again by itself. */
export const useAuditDays = (asked: DaysAsked | undefined) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['audit-days', asked],
    enabled: asked !== undefined,
    initialPageParam: '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ pageParam, signal }) => client.call({ path: 'audit/days', query: searchOf({ ...asked }, pageParam), answer: auditDaysPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

export const useExportAudit = () => {
  const client = useClient()
  return useMutation({
    mutationFn: (asked: AuditAsked) => client.download('audit/export', Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))),
  })
}
