import * as z from 'zod'
import { SETTING_KINDS } from '../../settings/setting-kinds.ts'

/** In the order of the journey. */
export const CLOCK_NAMES = [
  'permanence-plan',
  'adm-decision',
  'profile-live',
  'profile-fresh',
  'link',
  'match-panel',
  'match-decision',
  'review-unplaced',
  'review-placed',
] as const
export const CLOCK_STATES = ['ahead', 'close', 'late', 'done', 'done-late'] as const
export const MEASURES = ['care-to-placed', 'order-to-match'] as const

const date = z.iso.date()

/** Something to be done by a day. */
export const clock = z.strictObject({
  name: z.enum(CLOCK_NAMES),
  words: z.string(),
  kind: z.enum(['statutory', 'local']),
  from: date,
  due: date,
  doneOn: date.nullable(),
  state: z.enum(CLOCK_STATES),
  /** whole days until it is due, negative when late; null where it is done */
  daysLeft: z.int().nullable(),
  /** days of it on which the child was on hold or the plan challenged: shown beside, never taken off */
  pausedDays: z.int().min(0),
  /** who says so, in words for people */
  source: z.string(),
})

/** How long something took, or takes until today, against one of the numbers that it is judged by. */
export const threshold = z.strictObject({
  measure: z.enum(MEASURES),
  words: z.string(),
  /** days */
  limit: z.int(),
  /** the national threshold; an average to compare with; the agency's own target */
  kind: z.enum(SETTING_KINDS),
  source: z.string(),
  days: z.int().min(0),
  over: z.boolean(),
  /** as for a clock: shown beside, never taken off */
  pausedDays: z.int().min(0),
})

export type Clock = z.output<typeof clock>
export type Threshold = z.output<typeof threshold>
