import { refused, say, show } from './answers.ts'
import { meetingsCard } from './cards/meeting-card.ts'
import { TEXTS } from './texts/bot-texts.ts'
import type { Answer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

/** The meetings of the actor's agency, as they stand now; a channel may be read by other agencies. */
export const showMeetings =
  ({ useCases }: BotDeps) =>
  async (turn: Turn): Promise<Answer> => {
    if (turn.place === 'channel') return say(TEXTS.ownChatOnly('meetings'))
    const list = await useCases.listMeetings(turn.actor)
    return list.ok ? show(meetingsCard(list.value.items, list.value.maySchedule)) : refused(list)
  }
