import * as z from 'zod'
import { fileAnswer, route, type Route } from '../http/route.ts'
import type { ConfirmRecordFiled } from './confirm-filed.ts'
import type { ExportPerson } from './export-person.ts'
import type { ExportRecord } from './export-record.ts'
import type { HoldRecord } from './hold-record.ts'
import type { ListRetention } from './list-retention.ts'
import type { ReadRecord } from './read-record.ts'
import type { RequestPurge } from './request-purge.ts'
import { confirmFiledCommand, exportRecordCommand, holdCommand, purgeCommand, retentionAsked, retentionOfChild, retentionPage } from './retention-contract.ts'

export interface RetentionUseCases {
  readonly listRetention: ListRetention
  readonly readRecord: ReadRecord
  readonly holdRecord: HoldRecord
  readonly liftHold: HoldRecord
  readonly exportRecord: ExportRecord
  readonly confirmFiled: ConfirmRecordFiled
  readonly requestPurge: RequestPurge
  readonly exportPerson: ExportPerson
}

const byReference = z.strictObject({ reference: z.string().max(20) })

export const retentionRoutes = (useCases: RetentionUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/retention',
    summary: 'Records of your agency whose time here is over or nearly so, and those that are held; the earliest first',
    query: retentionAsked,
    answer: retentionPage,
    handle: (actor, { query }) => useCases.listRetention(actor, query),
  }),
  route({
    method: 'get',
    path: '/children/:reference/retention',
    summary: 'How long one record of your agency is kept, who holds it, what was filed; or when it was purged',
    params: byReference,
    answer: retentionOfChild,
    handle: (actor, { params }) => useCases.readRecord(actor, params),
  }),
  route({
    method: 'post',
    path: '/children/:reference/holds',
    summary: 'Keep a record whatever its time',
    params: byReference,
    body: holdCommand,
    answer: retentionOfChild,
    handle: (actor, { params, body }) => useCases.holdRecord(actor, { ...body, ...params }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/holds/lifted',
    summary: 'Lift a hold',
    params: byReference,
    body: holdCommand,
    answer: retentionOfChild,
    handle: (actor, { params, body }) => useCases.liftHold(actor, { ...body, ...params }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/record-export',
    summary: 'All that the register holds about a child of your agency, as one file: for your own record, or for the information officer',
    params: byReference,
    body: exportRecordCommand,
    answer: fileAnswer,
    download: true,
    handle: (actor, { params, body }) => useCases.exportRecord(actor, { ...body, ...params }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/record-export/filed',
    summary: 'Confirm that an export is filed in your agency’s own record, and where',
    params: byReference,
    body: confirmFiledCommand,
    answer: retentionOfChild,
    handle: (actor, { params, body }) => useCases.confirmFiled(actor, { ...body, ...params }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/purge',
    summary: 'Ask for a record to be removed for good; a job looks at everything again and does it',
    params: byReference,
    body: purgeCommand,
    answer: retentionOfChild,
    status: 202,
    handle: (actor, { params, body }) => useCases.requestPurge(actor, { ...body, ...params }),
  }),
  route({
    method: 'get',
    path: '/people/:id/data',
    summary: 'All that the register keeps about a colleague of your agency, as one file for the information officer',
    params: z.strictObject({ id: z.uuid() }),
    answer: fileAnswer,
    download: true,
    handle: (actor, { params }) => useCases.exportPerson(actor, params),
  }),
]
