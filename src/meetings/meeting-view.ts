import type { MeetingView } from './meeting-contract.ts'
import type { MeetingWithOrganiser } from './meeting-store.ts'
import { neutralTitle } from './meeting.ts'
import { nextOccurrences } from './tracking-series.ts'

/** How many coming meetings are shown: twelve weeks of a fortnightly series. */
const SHOWN = 6

/** What a person of the agency sees of a meeting, now. */
export const meetingView = ({ meeting, organiser }: MeetingWithOrganiser, now: Date): MeetingView => ({
  reference: meeting.reference,
  kind: meeting.kind,
  title: neutralTitle(meeting.reference),
  state: meeting.state,
  weekday: meeting.weekday,
  startsAt: meeting.startsAt,
  minutes: meeting.minutes,
  everyWeeks: meeting.everyWeeks,
  firstOn: meeting.firstOn,
  next: nextOccurrences(meeting, now, SHOWN).map(({ on, startsAt }) => ({ on, startsAtUtc: startsAt.toISOString() })),
  joinUrl: meeting.state === 'booked' ? meeting.joinUrl : null,
  organiser: organiser.name,
  problem: 'problem' in meeting ? meeting.problem : null,
})
