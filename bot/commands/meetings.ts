import { showMeetings } from '../show-meetings.ts'
import type { CommandHandler } from './command.ts'

export const meetings: CommandHandler<'meetings'> = (deps) => (turn) => showMeetings(deps)(turn)
