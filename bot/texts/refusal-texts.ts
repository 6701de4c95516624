import type { ConflictReason, Refusal } from '../../src/core/result.ts'

/** What to do next, and never whether a hidden record exists. */
const NOT_FOUND = "You can't open this. It may not exist, or it may belong to another agency. If you think you should see it, ask your practice manager."

const CONFLICTS: Readonly<Record<ConflictReason, string>> = {
  'stale-version': 'Someone changed this while you were looking. Ask again to see how it stands now.',
  'already-done': 'This has been done already. Nothing was done twice.',
  'glass-closed': 'This record is not open to you, or its time is over. If you need it, open it in the tab.',
  'key-reused': 'This button was used already for something else. Ask again for a fresh card.',
  audience: 'The card or the people who would read it have changed since you looked. Nothing was posted. Ask for the preview again.',
}

/** Each refusal as a sentence; a new kind does not compile until it has one. */
export const refusalText = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'not-found':
      return NOT_FOUND
    case 'not-allowed':
      return `Your role does not let you ${refusal.action}. If it should, ask your practice manager.`
    case 'conflict':
      return CONFLICTS[refusal.reason]
    case 'invalid':
      return Object.values(refusal.fields).join(' ')
    default:
      return refusal satisfies never
  }
}
