import type { AgencyId } from '../core/ids.ts'
import type { AuditLine } from '../database/audit-log.ts'

/** One audit line for each agency whose children were shown. */
export const linesForShown = (verb: string, shown: readonly { readonly agencyId: AgencyId; readonly reference: string }[]): readonly AuditLine[] =>
  [...new Set(shown.map(({ agencyId }) => agencyId))].map((agencyId) => ({
    verb,
    subjectAgencyId: agencyId,
    subjects: shown.filter((row) => row.agencyId === agencyId).map(({ reference }) => reference),
  }))
