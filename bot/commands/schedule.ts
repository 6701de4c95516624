import { refused, say, show } from '../answers.ts'
import { meetingCard } from '../cards/meeting-card.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { CommandHandler } from './command.ts'

/** Books at once; the answer says what was understood. The key comes from the message, so that a redelivery books nothing twice. */
export const schedule: CommandHandler<'schedule'> =
  ({ useCases }) =>
  async (turn, { read }) => {
    // the answer would show everybody who reads the channel one agency's series
    if (turn.place === 'channel') return say(TEXTS.ownChatOnly('schedule tracking …'))
    if (!read.ok) return say(read.sentence)
    const meeting = await useCases.scheduleTracking(turn.actor, { ...read.asked, key: turn.key })
    return meeting.ok ? show(meetingCard(meeting.value)) : refused(meeting)
  }
