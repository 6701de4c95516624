import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { retentionOfChild, retentionPage } from '../../src/retention/retention-contract.ts'
import type { confirmFiledCommand, holdCommand, purgeCommand, purgedRecord, retentionRecord } from '../../src/retention/retention-contract.ts'
import { useClient } from './queries.ts'

export type RetentionRecord = z.output<typeof retentionRecord>
export type PurgedRecord = z.output<typeof purgedRecord>
export type Hold = RetentionRecord['holds'][number]
export type RetentionPeriods = z.output<typeof retentionPage>['periods']
/** What can be asked for about one record, by the last part of its address. */
interface RecordCommands {
  readonly holds: z.input<typeof holdCommand>
  readonly 'holds/lifted': z.input<typeof holdCommand>
  readonly 'record-export/filed': z.input<typeof confirmFiledCommand>
  readonly purge: z.input<typeof purgeCommand>
}
export type RecordChange = { readonly [C in keyof RecordCommands]: { readonly to: C; readonly command: RecordCommands[C] } }[keyof RecordCommands]

const addressOf = (reference: string, to: string): string => `children/${encodeURIComponent(reference)}/${to}`

export const useRetention = () => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['retention', 'list'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.call({ path: 'retention', query: new URLSearchParams(pageParam === '' ? {} : { cursor: pageParam }), answer: retentionPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** One record that somebody looks for, in the list or not; nothing is asked before they do. */
export const useRecord = (reference: string | undefined) => {
  const client = useClient()
  return useQuery({
    queryKey: ['retention', 'record', reference],
    enabled: reference !== undefined,
    queryFn: ({ signal }) => client.call({ path: addressOf(reference ?? '', 'retention'), answer: retentionOfChild, signal }),
  })
}

const useReadAgain = () => {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: ['retention'] })
}

export const useChangeRecord = (reference: string) => {
  const client = useClient()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: ({ to, command }: RecordChange) => client.call({ path: addressOf(reference, to), body: command, answer: retentionOfChild }),
    onSettled: readAgain,
  })
}

/** For the agency's own record, or for the information officer; each has the file once. */
export const useExportRecord = (reference: string) => {
  const client = useClient()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (purpose: 'own-record' | 'information-officer') => client.download(addressOf(reference, 'record-export'), { purpose }),
    onSettled: readAgain,
  })
}
