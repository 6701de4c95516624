import * as z from 'zod'
import { route, type Route } from '../../http/route.ts'
import type { AcknowledgeAlert } from './acknowledge-alert.ts'
import type { ListReadingAlerts } from './list-alerts.ts'
import { acknowledgeAlertCommand, readingAlert, readingAlertsAsked, readingAlertsPage } from './reading-alerts-contract.ts'

interface AlertUseCases {
  readonly listReadingAlerts: ListReadingAlerts
  readonly acknowledgeAlert: AcknowledgeAlert
}

export const readingAlertsRoutes = ({ listReadingAlerts, acknowledgeAlert }: AlertUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/reading-alerts',
    summary: 'Who of your agency opened unusually many records, or many outside their own cases; newest first',
    query: readingAlertsAsked,
    answer: readingAlertsPage,
    handle: (actor, { query }) => listReadingAlerts(actor, query),
  }),
  route({
    method: 'post',
    path: '/reading-alerts/:id/acknowledge',
    summary: 'Say that you looked into an alert, and what it was',
    params: z.strictObject({ id: z.uuid() }),
    body: acknowledgeAlertCommand,
    answer: readingAlert,
    handle: (actor, { params, body }) => acknowledgeAlert(actor, { ...body, id: params.id }),
  }),
]
