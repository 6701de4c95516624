import type { Actor } from '../core/actor.ts'
import { ok, refuse } from '../core/result.ts'
import type { Result } from '../core/result.ts'
import { mayMeeting } from './meeting-access.ts'
import type { MeetingsView } from './meeting-contract.ts'
import { meetingView } from './meeting-view.ts'
import type { ScheduleDeps } from './schedule-tracking.ts'

export type ListMeetings = (actor: Actor) => Promise<Result<MeetingsView>>

/** The meetings of the actor's own agency, newest request first. Says nothing about a child, so a reading leaves no audit line. */
export const listMeetings =
  ({ register, now }: ScheduleDeps): ListMeetings =>
  (actor) =>
    register.as(actor, { verb: 'meeting.listed' }, async (scope) => {
      if (!mayMeeting(actor, 'read', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'see the tracking meetings' })
      const items = (await scope.meetings.list()).map((found) => meetingView(found, now()))
      return ok({ items, maySchedule: mayMeeting(actor, 'schedule', actor.agencyId) })
    })
