import { auditFilter } from '../audit-contract.ts'

/** `POST /api/v1/audit/export`: the lines that `GET /api/v1/audit` finds for the same question, in one file. */
export const exportAuditCommand = auditFilter
