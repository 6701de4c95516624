import type { AgencyId } from '../core/ids.ts'

/** One line of the audit: ids, actor, verb and time, never content. The actor and the time are the transaction's. */
export interface AuditLine {
  /** `child.read`, `waiting.listed`, `post.sent` */
  readonly verb: string
  /** The agency whose record it is about. */
  readonly subjectAgencyId: AgencyId
  /** References or ids. */
  readonly subjects: readonly string[]
  readonly reason?: string
}

export interface AuditLog {
  /** Writes all lines in one statement. A list read writes one line per agency whose records were shown. */
  record(...lines: readonly AuditLine[]): Promise<void>
}
