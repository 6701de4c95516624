import * as z from 'zod'
import type { MeetingId } from '../core/ids.ts'
import type { Now } from '../core/plain-date.ts'
import type { JobHandler, JobHandlers, JobOutcome, TakenJob } from '../database/job-queue.ts'
import type { Register } from '../database/register.ts'
import type { Booking, CalendarPort, SeriesToBook } from './calendar-port.ts'
import type { MeetingStore } from './meeting-store.ts'
import { afterBooking, givenUp, NO_MAILBOX, seriesToBook } from './meeting.ts'
import type { Meeting } from './meeting.ts'

export interface BookDeps {
  readonly register: Register<{ meetings: MeetingStore }>
  readonly calendar: CalendarPort
  readonly now: Now
}

const payload = z.strictObject({ meetingId: z.uuid().transform((id) => id as MeetingId) })
const JOB = 'job:meeting.book'
/** The longest pause between two tries (seconds): people wait for this booking. */
const LONGEST_PAUSE = 15 * 60

/** After so many tries, some three hours, nobody should go on waiting; the job loop itself gives up at twenty. */
const TRIES = 19

/** A meeting that still waits, with what to send; undefined when it is settled already (the job ran twice). */
const load = ({ register }: BookDeps, job: TakenJob, id: MeetingId): Promise<{ meeting: Meeting; series: SeriesToBook | undefined } | undefined> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    const found = await scope.meetings.byId(id)
    if (!found || found.meeting.state === 'booked' || found.meeting.state === 'refused') return undefined
    const calendar = await scope.meetings.calendarOf(job.agencyId)
    return { meeting: found.meeting, series: calendar && seriesToBook(found.meeting, calendar, found.organiser) }
  })

const VERB = { booked: 'meeting.booked', retry: 'meeting.booking-delayed', refused: 'meeting.booking-refused' } as const satisfies Record<
  Booking['kind'],
  string
>

/** Stores the answer with its audit line. Told so once only: a meeting that waits for its third try has been said to wait. */
const settle = ({ register, now }: BookDeps, job: TakenJob, was: Meeting, booking: Booking): Promise<void> =>
  register.asJob(job.agencyId, JOB, async (scope) => {
    if (was.state === 'to-be-retried' && booking.kind === 'retry') return
    // a run that came second leaves the first one's answer alone: both carried the same transactionId
    if (!(await scope.meetings.replaceState(was, afterBooking(booking), now()))) return
    await scope.audit.record({ verb: VERB[booking.kind], subjectAgencyId: was.agencyId, subjects: [was.reference] })
  })

const outcomeOf = (booking: Booking, attempts: number): JobOutcome => {
  switch (booking.kind) {
    case 'booked':
      return { kind: 'done' }
    case 'retry':
      return { kind: 'retry', afterSeconds: Math.max(booking.afterSeconds, Math.min(LONGEST_PAUSE, 5 * 2 ** attempts)), problem: booking.problem }
    case 'refused':
      return { kind: 'failed', problem: booking.problem }
  }
}

const bookingOf = async ({ calendar }: BookDeps, job: TakenJob, series: SeriesToBook | undefined): Promise<Booking> => {
  if (!series) return { kind: 'refused', problem: NO_MAILBOX }
  if (job.attempts >= TRIES) return { kind: 'refused', problem: givenUp(series) }
  return calendar.bookSeries(series)
}

/**
 * Books a saved meeting: reads it, calls the calendar with no transaction open, stores the answer.
 * Killed in between, it runs again with the same transactionId, and the calendar answers with the same series.
 */
const bookMeeting =
  (deps: BookDeps): JobHandler =>
  async (job) => {
    const waiting = await load(deps, job, payload.parse(job.payload).meetingId)
    if (!waiting) return { kind: 'done' }
    const booking = await bookingOf(deps, job, waiting.series)
    await settle(deps, job, waiting.meeting, booking)
    return outcomeOf(booking, job.attempts)
  }

export const meetingHandlers = (deps: BookDeps): JobHandlers => ({ 'meeting.book': bookMeeting(deps) })
