import { fileAnswer, route, type Route } from '../http/route.ts'
import { auditAsked, auditPage } from './audit-contract.ts'
import { auditDaysAsked, auditDaysPage } from './audit-days/audit-days-contract.ts'
import type { CountAuditDays } from './audit-days/count-audit-days.ts'
import { exportAuditCommand } from './audit-export/audit-export-contract.ts'
import type { ExportAudit } from './audit-export/export-audit.ts'
import type { SearchAudit } from './search-audit.ts'

interface AuditUseCases {
  readonly searchAudit: SearchAudit
  readonly countAuditDays: CountAuditDays
  readonly exportAudit: ExportAudit
}

export const auditRoutes = ({ searchAudit, countAuditDays, exportAudit }: AuditUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/audit',
    summary: 'Who saw and did what: by a child of your agency, by a colleague, by days; newest first',
    query: auditAsked,
    answer: auditPage,
    handle: (actor, { query }) => searchAudit(actor, query),
  }),
  route({
    method: 'get',
    path: '/audit/days',
    summary: 'How much each person saw, changed, posted, exported, administered and was refused, day by day',
    query: auditDaysAsked,
    answer: auditDaysPage,
    handle: (actor, { query }) => countAuditDays(actor, query),
  }),
  route({
    method: 'post',
    path: '/audit/export',
    summary: 'What the search finds as a workbook, with who asked and the seal of that moment; at most 20,000 lines',
    body: exportAuditCommand,
    answer: fileAnswer,
    download: true,
    handle: (actor, { body }) => exportAudit(actor, body),
  }),
]
