export const TEXT_PURPOSES = ['profile', 'update', 'minutes', 'feedback', 'event', 'message'] as const
export type TextPurpose = (typeof TEXT_PURPOSES)[number]

/** `to-confirm`: nothing is stopped, and the author says of what is marked that it identifies nobody. */
export const TEXT_OUTCOMES = ['passes', 'to-confirm', 'stopped'] as const
export type TextOutcome = (typeof TEXT_OUTCOMES)[number]

/** A draft is its author's alone. Only what passed or was overridden may go on its way. */
export const TEXT_STATES = ['draft', 'waiting-for-override', 'passed', 'overridden'] as const
export type TextState = (typeof TEXT_STATES)[number]
