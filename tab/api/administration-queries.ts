import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { caseWorkers, partners, worker, workers } from '../../src/people/administration/administration-contract.ts'
import type {
  addWorkerCommand,
  changeSharingCommand,
  endRoleCommand,
  giveRoleCommand,
  leaveCommand,
  partner,
} from '../../src/people/administration/administration-contract.ts'
import { auditPage } from '../../src/safeguards/audit-contract.ts'
import { useClient } from './queries.ts'

export type Worker = z.output<typeof worker>
export type WorkerRole = Worker['roles'][number]
export type Partner = z.output<typeof partner>
export type Partners = z.output<typeof partners>
export type AuditLine = z.output<typeof auditPage>['items'][number]
export type CaseWorkers = z.output<typeof caseWorkers>['items']
type AddWorkerCommand = z.input<typeof addWorkerCommand>
type ChangeSharingCommand = z.input<typeof changeSharingCommand>
/** What can be asked for about one person, by the last part of its address. */
export interface WorkerCommands {
  readonly roles: z.input<typeof giveRoleCommand>
  readonly 'roles/end': z.input<typeof endRoleCommand>
  readonly leaving: z.input<typeof leaveCommand>
}
/** A command and what it goes to, so that one form can ask for any of them. */
export type WorkerChange = { readonly [C in keyof WorkerCommands]: { readonly to: C; readonly command: WorkerCommands[C] } }[keyof WorkerCommands]

export interface WorkersAsked {
  readonly standing: 'at-work' | 'left' | 'all'
  readonly search: string
}

export const searchOf = (values: Readonly<Record<string, string>>, cursor: string): URLSearchParams =>
  new URLSearchParams(Object.entries({ ...values, cursor }).filter(([, value]) => value !== ''))

export const useWorkers = ({ standing, search }: WorkersAsked) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['people', standing, search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => client.call({ path: 'people', query: searchOf({ standing, search }, pageParam), answer: workers, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** For a choice: the first hundred by name, whether they are still here or not. */
export const useEverybody = () => {
  const client = useClient()
  return useQuery({
    queryKey: ['people', 'everybody'],
    queryFn: ({ signal }) => client.call({ path: 'people', query: searchOf({ standing: 'all', limit: '100' }, ''), answer: workers, signal }),
  })
}

/** Who a child's case can be given to. */
export const useCaseWorkers = () => {
  const client = useClient()
  return useQuery({ queryKey: ['people', 'case-workers'], queryFn: ({ signal }) => client.call({ path: 'people/case-workers', answer: caseWorkers, signal }) })
}

/** Who administers may also have changed what they may themselves open. */
const AFTERWARDS = [['people'], ['partners'], ['me']]

export const useAddWorker = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: AddWorkerCommand) => client.call({ path: 'people', body: command, answer: worker }),
    onSettled: () => Promise.all(AFTERWARDS.map((queryKey) => cache.invalidateQueries({ queryKey }))),
  })
}

export const useChangeWorker = (id: string) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ to, command }: WorkerChange) => client.call({ path: `people/${encodeURIComponent(id)}/${to}`, body: command, answer: worker }),
    onSettled: () => Promise.all(AFTERWARDS.map((queryKey) => cache.invalidateQueries({ queryKey }))),
  })
}

export const usePartners = () => {
  const client = useClient()
  return useQuery({ queryKey: ['partners'], queryFn: ({ signal }) => client.call({ path: 'partners', answer: partners, signal }) })
}

export const useChangeSharing = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: ChangeSharingCommand) => client.call({ path: 'partners/sharing', body: command, answer: partners }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['partners'] }),
  })
}

export interface AuditAsked {
  readonly about: string
  readonly person: string
  readonly from: string
  readonly until: string
  readonly did: string
  readonly verb: string
}

/** Each look is in the audit itself: nothing is asked before somebody presses, and nothing again by itself. */
export const useAudit = (asked: AuditAsked | undefined) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['audit', asked],
    enabled: asked !== undefined,
    initialPageParam: '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: ({ pageParam, signal }) => client.call({ path: 'audit', query: searchOf({ ...asked }, pageParam), answer: auditPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
  })
}
