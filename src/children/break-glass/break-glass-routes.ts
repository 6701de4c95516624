import * as z from 'zod'
import { route, type Route } from '../../http/route.ts'
import { acknowledgeNoticeCommand, breakGlassCommand, glassNotice, glassNoticesAsked, glassNoticesPage, openedRecord } from './break-glass-contract.ts'
import type { AcknowledgeNotice, ListGlassNotices } from './glass-notices.ts'
import type { OpenInEmergency, ReadOpened } from './open-in-emergency.ts'

interface GlassUseCases {
  readonly openInEmergency: OpenInEmergency
  readonly readOpened: ReadOpened
  readonly listGlassNotices: ListGlassNotices
  readonly acknowledgeNotice: AcknowledgeNotice
}
const byReference = z.strictObject({ reference: z.string().max(20) })

export const breakGlassRoutes = (useCases: GlassUseCases): readonly Route[] => [
  route({
    method: 'post',
    path: '/children/:reference/break-glass',
    summary: 'Open one record of a partner agency in an emergency, read-only, for a stated reason; both agencies are told',
    params: byReference,
    body: breakGlassCommand,
    answer: openedRecord,
    handle: (actor, { params, body }) => useCases.openInEmergency(actor, { ...body, reference: params.reference }),
  }),
  route({
    method: 'post',
    path: '/children/:reference/break-glass/read',
    summary: 'Read again what you opened in an emergency, as long as it is open',
    params: byReference,
    answer: openedRecord,
    handle: (actor, { params }) => useCases.readOpened(actor, params),
  }),
  route({
    method: 'get',
    path: '/break-glass/notices',
    summary: 'What was opened in an emergency: of your agency, or by its people; newest first',
    query: glassNoticesAsked,
    answer: glassNoticesPage,
    handle: (actor, { query }) => useCases.listGlassNotices(actor, query),
  }),
  route({
    method: 'post',
    path: '/break-glass/notices/:id/acknowledge',
    summary: 'Say that you have taken note of what was opened in an emergency',
    params: z.strictObject({ id: z.uuid() }),
    body: acknowledgeNoticeCommand,
    answer: glassNotice,
    handle: (actor, { params, body }) => useCases.acknowledgeNotice(actor, { ...body, id: params.id }),
  }),
]
