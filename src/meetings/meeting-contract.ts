import * as z from 'zod'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const MEETING_STATES = ['to-be-booked', 'to-be-retried', 'booked', 'refused'] as const

/** Books a fortnightly tracking series in the agency's own calendar. Times are wall-clock times in Europe/London. */
export const scheduleTrackingCommand = z.strictObject({
  weekday: z.enum(WEEKDAYS),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'is a time such as 10:00'),
  everyWeeks: z.int().min(1).max(8).default(2),
  minutes: z.int().min(15).max(480).default(60),
  /** the first meeting; the next such weekday when absent */
  firstOn: z.iso.date().optional(),
  key: z.uuid(),
})

export const meeting = z.strictObject({
  reference: z.string(),
  kind: z.enum(['tracking']),
  title: z.string(),
  state: z.enum(MEETING_STATES),
  weekday: z.enum(WEEKDAYS),
  startsAt: z.string(),
  minutes: z.int(),
  everyWeeks: z.int(),
  firstOn: z.iso.date(),
  /** the next six meetings: plain dates, with the UTC instant of each start */
  next: z.array(z.strictObject({ on: z.iso.date(), startsAtUtc: z.iso.datetime() })),
  joinUrl: z.string().nullable(),
  organiser: z.string(),
  /** a sentence where the booking waits or failed: what is safe and what happens next */
  problem: z.string().nullable(),
})
/** `GET /api/v1/meetings`; `POST /api/v1/meetings` answers one. */
export const meetings = z.strictObject({ items: z.array(meeting), maySchedule: z.boolean() })

export type ScheduleTrackingCommand = z.output<typeof scheduleTrackingCommand>
export type MeetingView = z.output<typeof meeting>
export type MeetingsView = z.output<typeof meetings>
