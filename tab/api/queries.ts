import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { childAdded } from '../../src/children/changing/child-commands-contract.ts'
import { entitledChildDetail, ownChildDetail, privateDetail } from '../../src/children/child-contract.ts'
import { meeting, meetings } from '../../src/meetings/meeting-contract.ts'
import { waitingFigures, waitingPage } from '../../src/overview/waiting-contract.ts'
import { me } from '../../src/people/people-contract.ts'
import { conversations, postPage, postPreview, posts } from '../../src/posts/post-contract.ts'
import type { Client } from './client.ts'
import type { AddChildCommand, ChildCommands, Confirmation, Post, ScheduleTrackingCommand, WithdrawPostCommand } from './shapes.ts'
import type { PostList } from '../router.ts'
import * as z from 'zod'

export const ClientContext = createContext<Client | undefined>(undefined)

export const useClient = (): Client => {
  const client = useContext(ClientContext)
  if (!client) throw new Error('No client')
  return client
}

/** While the service is at work on something, look again every three seconds, ten times at most: each look is a read that is audited. */
const whileBusy = (busy: boolean, looks: number): number | false => (busy && looks < 10 ? 3000 : false)

export const useMe = () => {
  const client = useClient()
  return useQuery({ queryKey: ['me'], queryFn: ({ signal }) => client.call({ path: 'me', answer: me, signal }) })
}

export const useChooseAgency = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => client.call({ path: 'me/agency', body: { code }, answer: z.undefined() }),
    onSuccess: () => cache.resetQueries(),
  })
}

export const useWaiting = (query: string) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['waiting', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams(query)
      if (pageParam !== '') search.set('cursor', pageParam)
      return client.call({ path: 'waiting', query: search, answer: waitingPage, signal })
    },
    getNextPageParam: (last) => last.nextCursor,
  })
}

export const useWaitingFigures = (query: string) => {
  const client = useClient()
  return useQuery({
    queryKey: ['waiting-figures', query],
    queryFn: ({ signal }) => client.call({ path: 'waiting/figures', query: new URLSearchParams(query), answer: waitingFigures, signal }),
  })
}

const childPath = (reference: string) => `children/${encodeURIComponent(reference)}`

export const useChild = (reference: string) => {
  const client = useClient()
  return useQuery({ queryKey: ['child', reference], queryFn: ({ signal }) => client.call({ path: childPath(reference), answer: entitledChildDetail, signal }) })
}

/** A mutation, not a query: it is asked for by a click, audited each time, and not kept. */
export const usePrivateDetail = (reference: string) => {
  const client = useClient()
  return useMutation({ mutationFn: () => client.call({ path: `${childPath(reference)}/private`, body: {}, answer: privateDetail }), gcTime: 0 })
}

/** One command about a child; its name is the last part of its address. The answer is the child as it stands then: it is not read twice. */
export const useSendChildCommand = <N extends keyof ChildCommands>(reference: string, name: N) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: ChildCommands[N]) => client.call({ path: `${childPath(reference)}/${name}`, body: command, answer: ownChildDetail }),
    onSuccess: (child) => cache.setQueryData(['child', reference], child),
    onSettled: (child) =>
      Promise.all(
        [...(child ? [] : [['child', reference]]), ['posts', reference], ['waiting'], ['waiting-figures']].map((queryKey) =>
          cache.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

export const useAddChild = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: AddChildCommand) => client.call({ path: 'children', body: command, answer: childAdded }),
    onSuccess: () => Promise.all([['waiting'], ['waiting-figures']].map((queryKey) => cache.invalidateQueries({ queryKey }))),
  })
}

const isBusy = ({ state }: Post) => state === 'to-be-sent' || state === 'to-be-updated' || state === 'to-be-withdrawn'

export const usePostsAbout = (reference: string) => {
  const client = useClient()
  return useQuery({
    queryKey: ['posts', reference],
    queryFn: ({ signal }) => client.call({ path: `${childPath(reference)}/posts`, answer: posts, signal }),
    refetchInterval: ({ state }) => whileBusy(state.data?.items.some(isBusy) ?? false, state.dataUpdateCount),
  })
}

export const useConversations = () => {
  const client = useClient()
  return useQuery({ queryKey: ['conversations'], queryFn: ({ signal }) => client.call({ path: 'conversations', answer: conversations, signal }) })
}

/** What is to be posted: a child's card, or the list as it is narrowed. */
export type PostAbout = { readonly reference: string } | { readonly filter: object }
const postPath = (about: PostAbout) => ('reference' in about ? 'posts' : 'posts/list')

export const usePostPreview = (about: PostAbout, conversation: string | undefined) => {
  const client = useClient()
  return useQuery({
    queryKey: ['post-preview', about, conversation],
    enabled: conversation !== undefined,
    gcTime: 0,
    queryFn: ({ signal }) => client.call({ path: `${postPath(about)}/preview`, body: { ...about, conversation }, answer: postPreview, signal }),
  })
}

export const useRequestPost = (about: PostAbout) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: Confirmation) => client.call({ path: postPath(about), body: { ...about, ...command }, answer: posts }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['posts'] }),
  })
}

/** All posts, page by page; what is on its way is looked at again. */
export const usePosts = (list: PostList) => {
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['posts', 'all', list],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      client.call({ path: 'posts', query: new URLSearchParams({ list, ...(pageParam === '' ? {} : { cursor: pageParam }) }), answer: postPage, signal }),
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) => whileBusy(state.data?.pages.some(({ items }) => items.some(isBusy)) ?? false, state.dataUpdateCount),
  })
}

export const useWithdrawPost = (group: string) => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: WithdrawPostCommand) => client.call({ path: `posts/${encodeURIComponent(group)}/withdrawal`, body: command, answer: posts }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['posts'] }),
  })
}

export const useMeetings = () => {
  const client = useClient()
  return useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => client.call({ path: 'meetings', answer: meetings, signal }),
    refetchInterval: ({ state }) => whileBusy(state.data?.items.some(({ state: booking }) => booking === 'to-be-booked') ?? false, state.dataUpdateCount),
  })
}

export const useScheduleTracking = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (command: ScheduleTrackingCommand) => client.call({ path: 'meetings', body: command, answer: meeting }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['meetings'] }),
  })
}
