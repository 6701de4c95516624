import { route, type Route } from '../../http/route.ts'
import { period, periodFigures, pipeline } from './figures-contract.ts'
import type { ReadPeriodFigures, ReadPipeline } from './read-figures.ts'

export interface FiguresUseCases {
  readonly readPeriodFigures: ReadPeriodFigures
  readonly readPipeline: ReadPipeline
}

export const figuresRoutes = ({ readPeriodFigures, readPipeline }: FiguresUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/figures',
    summary: 'Your agency’s decisions, orders and placements in a period, and its stocks at the end',
    query: period,
    answer: periodFigures,
    handle: (actor, { query }) => readPeriodFigures(actor, query),
  }),
  route({
    method: 'get',
    path: '/pipeline',
    summary: 'What your agency’s children with a parallel plan will need of families',
    answer: pipeline,
    handle: (actor) => readPipeline(actor),
  }),
]
