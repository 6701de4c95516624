import { showMeetings } from '../show-meetings.ts'
import { meetingsListVerb } from '../verbs/meeting-verbs.ts'
import { action } from './action.ts'

export const meetingsList = action(meetingsListVerb, (deps) => (turn) => showMeetings(deps)(turn))
