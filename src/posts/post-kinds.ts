// The words in which a post's life is told, for the rules, the database and the contract alike.

/** What a card is posted for, as people choose it. */
export const POST_PURPOSES = ['family-finding', 'regional-meeting', 'event'] as const

/** `notice`: the app tells a manager about a card that somebody of the agency posted. */
export const ALL_PURPOSES = [...POST_PURPOSES, 'notice'] as const

export const SUBJECT_KINDS = ['child', 'list', 'notice'] as const

/**
 * `withdrawn`: what lies in the conversation says that it was taken back, or that the search has ended; `deleted`: the message is gone.
 * `unreachable`: the bot is not let in, or nobody can say whether the card arrived.
 */
export const POST_STATES = ['to-be-sent', 'sent', 'to-be-updated', 'to-be-withdrawn', 'withdrawn', 'deleted', 'refused', 'unreachable'] as const

/** Why a person takes a card back. Chosen and not written: a sentence would name people. */
export const WITHDRAWAL_REASONS = ['mistake', 'wrong-readers', 'facts-changed', 'agency-asked', 'no-longer-needed'] as const

/** `replace`: the card says that it was withdrawn, so that those who read it know; `delete`: the message goes. */
export const WITHDRAWAL_WAYS = ['replace', 'delete'] as const

/** What a meeting says of a card. */
export const REVIEW_OUTCOMES = ['link-to-explore', 'keep-looking', 'widen-the-search', 'more-to-be-known'] as const
