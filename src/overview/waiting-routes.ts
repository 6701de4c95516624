import type * as z from 'zod'
import type { PlainDate } from '../core/plain-date.ts'
import { route, type Route } from '../http/route.ts'
import type { ListWaiting } from './list-waiting.ts'
import { waitingFigureParameters, waitingFigures, waitingPage, waitingParameters } from './waiting-contract.ts'
import type { ReadWaitingFigures } from './waiting-figures.ts'
import type { WaitingFilter } from './waiting-list.ts'

export interface WaitingUseCases {
  readonly listWaiting: ListWaiting
  readonly waitingFigures: ReadWaitingFigures
}

const filterOf = (query: z.output<typeof waitingFigureParameters>): WaitingFilter => ({
  ...(query.list === undefined ? {} : { list: query.list }),
  ...(query.standing === undefined ? {} : { standings: query.standing }),
  ...(query.changedSince === undefined ? {} : { changedSince: query.changedSince as PlainDate }),
  ...(query.withoutProfile === undefined ? {} : { withoutProfile: true }),
  ...(query.mine === undefined ? {} : { mine: true }),
  ...(query.unborn === undefined ? {} : { unborn: true }),
  ...(query.harderToPlace === undefined ? {} : { harderToPlace: true }),
  agencies: query.agency ?? [],
  ageBands: query.ageBand ?? [],
  ...(query.sex === undefined ? {} : { sex: query.sex }),
  ...(query.siblings === undefined ? {} : { siblingGroup: query.siblings === 'true' }),
  ...(query.minDays === undefined ? {} : { minDays: query.minDays }),
  ...(query.maxDays === undefined ? {} : { maxDays: query.maxDays }),
})

export const waitingRoutes = (useCases: WaitingUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/waiting',
    summary: 'Children who wait for a family, longest first, as the asking person may see them',
    query: waitingParameters,
    answer: waitingPage,
    handle: (actor, { query: { limit, cursor, ...filter } }) =>
      useCases.listWaiting(actor, { filter: filterOf(filter), limit, ...(cursor === undefined ? {} : { cursor }) }),
  }),
  route({
    method: 'get',
    path: '/waiting/figures',
    summary: 'How many wait, how long, at which stage and agency',
    query: waitingFigureParameters,
    answer: waitingFigures,
    handle: (actor, { query }) => useCases.waitingFigures(actor, filterOf(query)),
  }),
]
