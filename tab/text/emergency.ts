import type { GlassReason } from '../api/emergency-queries.ts'

/** Why a manager opens a record of a partner agency. */
export const GLASS_REASON_WORDS: Readonly<Record<GlassReason, string>> = {
  'child-at-risk': 'The child may be at risk',
  'health-emergency': 'A health emergency',
  'police-or-court': 'The police or a court ask now',
  'agency-not-reached': 'The placing agency cannot be reached, and it cannot wait',
}
