import type { Actor } from '../core/actor.ts'
import { newId } from '../core/ids.ts'
import type { MeetingId } from '../core/ids.ts'
import type { Now, PlainDate } from '../core/plain-date.ts'
import { newReference } from '../core/reference.ts'
import type { MeetingReference } from '../core/reference.ts'
import { invalid, notFound, ok, refuse } from '../core/result.ts'
import type { Result } from '../core/result.ts'
import type { Register } from '../database/register.ts'
import { mayMeeting } from './meeting-access.ts'
import type { MeetingView, ScheduleTrackingCommand } from './meeting-contract.ts'
import type { MeetingStore } from './meeting-store.ts'
import { meetingView } from './meeting-view.ts'
import { alreadyThere, isSameSeries, NO_MAILBOX } from './meeting.ts'
import type { MeetingFacts } from './meeting.ts'
import { firstMeeting } from './tracking-series.ts'

export interface ScheduleDeps {
  readonly register: Register<{ meetings: MeetingStore }>
  readonly now: Now
}

export type ScheduleTracking = (actor: Actor, command: ScheduleTrackingCommand) => Promise<Result<MeetingView>>

const asked = (actor: Actor, command: ScheduleTrackingCommand, firstOn: PlainDate): MeetingFacts => ({
  id: newId<MeetingId>(),
  agencyId: actor.agencyId,
  reference: newReference('MT'),
  version: 1,
  kind: 'tracking',
  weekday: command.weekday,
  startsAt: command.startsAt,
  minutes: command.minutes,
  everyWeeks: command.everyWeeks,
  firstOn,
  organiserId: actor.workerId,
})

/** A million references are few enough that two agencies may draw the same one: draw again. */
const addUnderFreeReference = async (meetings: MeetingStore, wanted: MeetingFacts, now: Date, tries = 5): Promise<MeetingFacts> => {
  if (await meetings.add(wanted, now)) return wanted
  if (tries === 0) throw new Error('No free meeting reference was found')
  return addUnderFreeReference(meetings, { ...wanted, reference: newReference('MT') }, now, tries - 1)
}

/**
 * Saves a tracking series (S003 §8: fortnightly tracking meetings) as to be booked, with the job that books it in the agency's calendar.
 * Refuses who may not schedule, a first day that does not fit, an agency without a mailbox, and a series that the agency has already.
 * The same key answers with the same meeting.
 */
export const scheduleTracking =
  ({ register, now }: ScheduleDeps): ScheduleTracking =>
  async (actor, command) => {
    const saved = await register.as(
      actor,
      { verb: 'meeting.scheduled', key: command.key, command },
      async (scope): Promise<Result<{ reference: MeetingReference }>> => {
        if (!mayMeeting(actor, 'schedule', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'schedule a tracking meeting' })
        const firstOn = firstMeeting(command, now())
        if (!firstOn.ok) return firstOn
        const calendar = await scope.meetings.calendarOf(actor.agencyId)
        if (!calendar) return invalid('mailbox', NO_MAILBOX)

        const wanted = asked(actor, command, firstOn.value)
        const same = (await scope.meetings.list()).find(({ meeting }) => meeting.state !== 'refused' && isSameSeries(meeting, wanted))
        if (same) return invalid('startsAt', alreadyThere(same.meeting.reference))
        const meeting = await addUnderFreeReference(scope.meetings, wanted, now())
        await scope.audit.record({ verb: 'meeting.scheduled', subjectAgencyId: actor.agencyId, subjects: [meeting.reference] })
        await scope.jobs.add({ kind: 'meeting.book', payload: { meetingId: meeting.id }, queue: `mailbox ${calendar.mailbox.toLowerCase()}` })
        return ok({ reference: meeting.reference })
      },
    )
    // read afterwards, so that a second press shows how far the booking has come
    return saved.ok ? readMeeting({ register, now }, actor, saved.value.reference) : saved
  }

const readMeeting = ({ register, now }: ScheduleDeps, actor: Actor, reference: MeetingReference): Promise<Result<MeetingView>> =>
  register.as(actor, { verb: 'meeting.read', subjects: [reference] }, async (scope) => {
    const found = await scope.meetings.byReference(reference)
    return found ? ok(meetingView(found, now())) : notFound()
  })
