import { route } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { ListMeetings } from './list-meetings.ts'
import { meeting, meetings, scheduleTrackingCommand } from './meeting-contract.ts'
import type { ScheduleTracking } from './schedule-tracking.ts'

export interface MeetingUseCases {
  readonly listMeetings: ListMeetings
  readonly scheduleTracking: ScheduleTracking
}

export const meetingRoutes = ({ listMeetings, scheduleTracking }: MeetingUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/meetings',
    summary: 'The tracking meetings of your own agency',
    answer: meetings,
    handle: (actor) => listMeetings(actor),
  }),
  route({
    method: 'post',
    path: '/meetings',
    summary: 'Schedule a tracking series in the calendar of your agency; it is booked shortly after',
    body: scheduleTrackingCommand,
    answer: meeting,
    status: 202,
    handle: (actor, { body }) => scheduleTracking(actor, body),
  }),
]
