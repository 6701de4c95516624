import { refused, say, show } from '../answers.ts'
import { otherDayCard } from '../cards/other-day-card.ts'
import { recordedCard } from '../cards/recorded-card.ts'
import { dayOf, record as recordOne, recordablesOf } from '../recordable.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { CommandHandler } from './command.ts'

/**
 * Records at once, as the person typed it; the rule's sentence where that cannot be, and a question where the register has another day. Dates are a child's own facts, so a conversation that
 * others read gets nothing but the way to our own chat, and the kept answer names no date.
 */
export const record: CommandHandler<'record'> =
  ({ useCases, today }) =>
  async (turn, { read }) => {
    if (turn.place === 'channel') return say(TEXTS.recordInOwnChat)
    if (!read.ok) return say(read.sentence)
    const { asked } = read
    const child = await useCases.readChild(turn.actor, { reference: asked.reference })
    if (!child.ok) return refused(child)
    if (child.value.view !== 'own' || recordablesOf(child.value).length === 0)
      return refused({ refusal: { kind: 'not-allowed', action: 'record dates of this child' } })
    const now = dayOf(child.value, asked.what)
    // what lies ahead is refused by the rule, whatever the register has; only a panel may be booked
    const isAhead = asked.on > today() && asked.what !== 'matchPanel'
    if (now !== null && now !== asked.on && !isAhead) return show(otherDayCard(asked))
    const done = await recordOne(useCases, turn.actor, { ...asked, version: child.value.version, key: turn.key })
    if (done.ok) return show(recordedCard(asked.reference, turn.asker))
    const { refusal } = done
    // the key is this message's own: it can have been used by nothing but an earlier delivery of the same message
    return refusal.kind === 'conflict' && refusal.reason === 'key-reused' ? show(recordedCard(asked.reference, turn.asker)) : refused(done)
  }
