import { JOURNEY_DATES, type EntitledChild, type JourneyDate } from '../src/children/child-views.ts'

/** The dates of this child that this person may record, as the service said; none for a partner's child. */
export const recordableDates = (child: EntitledChild): readonly JourneyDate[] =>
  child.view === 'own' && child.actions.includes('record-date') ? JOURNEY_DATES : []
