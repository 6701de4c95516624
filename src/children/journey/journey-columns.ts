import type { PlainDate } from '../../core/plain-date.ts'
import { JOURNEY_DATES, type Journey, type JourneyDate } from '../child-views.ts'
import { plainDateColumn } from '../plain-date-column.ts'

/** The column of `child` that holds each date. */
const COLUMN_OF = {
  enteredCare: 'entered_care',
  packA: 'pack_a',
  parallelPlan: 'parallel_plan',
  permanencePlan: 'permanence_plan',
  lastReview: 'last_review',
  cprRequested: 'cpr_requested',
  cprDrafted: 'cpr_drafted',
  cprQualityChecked: 'cpr_quality_checked',
  cprSubmitted: 'cpr_submitted',
  admDecision: 'adm_decision',
  placementOrder: 'placement_order',
  parentalConsent: 'parental_consent',
  profileLive: 'profile_live',
  profileUpdated: 'profile_updated',
  linkExploring: 'link_exploring',
  linked: 'linked',
  matchPanel: 'match_panel',
  matched: 'matched',
  introductions: 'introductions',
  earlyPermanence: 'early_permanence',
  placed: 'placed',
  adoptionOrder: 'adoption_order',
  planEnded: 'plan_ended',
  revocationApplied: 'revocation_applied',
  revoked: 'revoked',
} as const satisfies Record<JourneyDate, string>
export type JourneyColumn = (typeof COLUMN_OF)[JourneyDate]

export const JOURNEY_COLUMNS: readonly JourneyColumn[] = JOURNEY_DATES.map((name) => COLUMN_OF[name])

const date = plainDateColumn.nullable()
/** What a query of these columns gives. */
export const journeyShape = Object.fromEntries(JOURNEY_COLUMNS.map((column) => [column, date])) as Record<JourneyColumn, typeof date>

export const journeyOfColumns = (row: Readonly<Record<JourneyColumn, PlainDate | null>>): Journey =>
  Object.fromEntries(JOURNEY_DATES.map((name) => [name, row[COLUMN_OF[name]]])) as Record<JourneyDate, PlainDate | null>

export const columnsOfJourney = (journey: Journey): Record<JourneyColumn, PlainDate | null> =>
  Object.fromEntries(JOURNEY_DATES.map((name) => [COLUMN_OF[name], journey[name]])) as Record<JourneyColumn, PlainDate | null>
