import { refused, show } from './answers.ts'
import { meetingsCard } from './cards/meeting-card.ts'
import type { Answer, Turn } from './turn.ts'
import type { BotDeps } from './use-cases.ts'

/** The meetings of the actor's agency, as they stand now. */
export const showMeetings =
  ({ useCases }: BotDeps) =>
  async (turn: Turn): Promise<Answer> => {
    const list = await useCases.listMeetings(turn.actor)
    return list.ok ? show(meetingsCard(list.value.items, list.value.maySchedule)) : refused(list)
  }
