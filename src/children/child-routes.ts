import * as z from 'zod'
import { route, type Route } from '../http/route.ts'
import { entitledChild, ownChild, privateDetail, recordDateCommand } from './child-contract.ts'
import type { ReadChild } from './read-child.ts'
import type { ReadPrivateDetail } from './read-private-detail.ts'
import type { RecordDate } from './record-date.ts'

export interface ChildUseCases {
  readonly readChild: ReadChild
  readonly readPrivateDetail: ReadPrivateDetail
  readonly recordDate: RecordDate
}

const byReference = z.strictObject({ reference: z.string().max(20) })

export const childRoutes = ({ readChild, readPrivateDetail, recordDate }: ChildUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/children/:reference',
    summary: 'One child, as the asking person may see it',
    params: byReference,
    answer: entitledChild,
    handle: (actor, { params }) => readChild(actor, params),
  }),
  route({
    method: 'post',
    path: '/children/:reference/private',
    summary: 'Name, birth date and local reference; an act of its own, which the audit keeps',
    params: byReference,
    answer: privateDetail,
    handle: (actor, { params }) => readPrivateDetail(actor, params),
  }),
  route({
    method: 'post',
    path: '/children/:reference/dates',
    summary: 'Record one date of the child’s journey',
    params: byReference,
    body: recordDateCommand,
    answer: ownChild,
    handle: (actor, { params, body }) => recordDate(actor, { ...body, reference: params.reference }),
  }),
]
