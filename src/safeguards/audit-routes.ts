import { route, type Route } from '../http/route.ts'
import { auditAsked, auditPage } from './audit-contract.ts'
import type { SearchAudit } from './search-audit.ts'

export const auditRoutes = ({ searchAudit }: { readonly searchAudit: SearchAudit }): readonly Route[] => [
  route({
    method: 'get',
    path: '/audit',
    summary: 'Who saw and did what: by a child of your agency, by a colleague, by days; newest first',
    query: auditAsked,
    answer: auditPage,
    handle: (actor, { query }) => searchAudit(actor, query),
  }),
]
