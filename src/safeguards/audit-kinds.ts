/** What can be done with the audit: search it, take it out as a file, and be told when somebody reads unusually or in an emergency. */
export const AUDIT_ACTIONS = ['search', 'export', 'oversee'] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]
