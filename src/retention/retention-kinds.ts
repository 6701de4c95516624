/** Why a record is kept although its time is over; chosen and not written, because free text names people. */
export const HOLD_REASONS = [
  'court-proceedings',
  'police-or-inquiry',
  'safeguarding-review',
  'complaint',
  'request-for-records',
  'own-record-not-ready',
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** `kept`: its time runs, or has not begun; `warned`: over before long; `due`: over; `held`: somebody holds it, whatever the time. */
export const RETENTION_STATES = ['kept', 'warned', 'due', 'held'] as const
export type RetentionState = (typeof RETENTION_STATES)[number]

/** What the time counts from. */
export const RETENTION_ENDINGS = ['adoption-order', 'plan-ended'] as const
export type RetentionEnding = (typeof RETENTION_ENDINGS)[number]

/** Why a record is not purged. */
export const PURGE_PROBLEMS = ['held', 'not-due', 'not-filed', 'changed-since-filed', 'same-person'] as const
export type PurgeProblem = (typeof PURGE_PROBLEMS)[number]

/** What somebody may do next with a record. */
export const RECORD_ACTIONS = ['export', 'confirm-filed', 'hold', 'purge'] as const
export type RecordAction = (typeof RECORD_ACTIONS)[number]
