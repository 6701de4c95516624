import { randomUUID } from 'node:crypto'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as z from 'zod'
import { PLAN_ENDED_REASONS, type OwnChildDetail } from '../../src/children/child-views.ts'
import { parseReference } from '../../src/core/reference.ts'
import { notFound } from '../../src/core/result.ts'
import { NO_REASON, recordDateCard, type DateFilledIn } from '../cards/record-date-card.ts'
import { replaceDayCard } from '../cards/replace-day-card.ts'
import { record, RECORDABLES, recordablesOf, type Recordable } from '../recordable.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import { refusalText } from '../texts/refusal-texts.ts'
import { capitalised, dayWords, JOURNEY_WORDS } from '../texts/words.ts'
import type { Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import { recordDateOpenVerb, recordDateVerb, recordOtherDayVerb } from '../verbs/child-verbs.ts'
import { dialogStep, tell, type DialogAnswer } from './dialog.ts'

/** The dialog as the child stands now: with what was filled in before, where it comes back with a sentence. */
const drawn =
  ({ useCases }: BotDeps) =>
  async (
    turn: Turn,
    typed: string,
    cardOf: (child: OwnChildDetail, dates: readonly Recordable[], key: string) => IAdaptiveCard | undefined,
  ): Promise<DialogAnswer> => {
    const reference = parseReference('FF', typed)
    const child = reference === undefined ? notFound() : await useCases.readChild(turn.actor, { reference })
    if (!child.ok) return tell(refusalText(child.refusal))
    const dates = recordablesOf(child.value)
    if (child.value.view !== 'own' || dates.length === 0) return tell(refusalText({ kind: 'not-allowed', action: 'record dates of this child' }))
    // a key for each drawing: pressed twice it has one effect, filled in anew it is something else
    const card = cardOf(child.value, dates, randomUUID())
    if (card === undefined) return tell(refusalText({ kind: 'not-allowed', action: 'record this date of this child' }))
    return { kind: 'dialog', title: TEXTS.recordDateTitle(child.value.reference), card }
  }

const draw =
  (deps: BotDeps) =>
  (turn: Turn, typed: string, again?: { readonly filledIn: DateFilledIn; readonly sentence: string }): Promise<DialogAnswer> =>
    drawn(deps)(turn, typed, (child, dates, key) => recordDateCard(child, dates, key, again))

/** Both days, and the button that replaces the one by the other as the child stands now. */
export const recordOtherDayOpen = dialogStep(
  recordOtherDayVerb,
  (deps) =>
    (turn, { reference, date, on, reason = NO_REASON }) =>
      drawn(deps)(turn, reference, (child, dates, key) => (dates.includes(date) ? replaceDayCard(child, { what: date, on, reason }, key) : undefined)),
)

export const recordDateOpen = dialogStep(
  recordDateOpenVerb,
  (deps) =>
    (turn, { reference }) =>
      draw(deps)(turn, reference),
)

const isDate = z.enum(RECORDABLES)
const isReason = z.enum(PLAN_ENDED_REASONS)

/** Records the date; the rule's sentence comes back in the dialog, with what was filled in, and what is done is said once. */
export const recordDateSend = dialogStep(recordDateVerb, (deps) => async (turn, { reference, version, key, ...filledIn }) => {
  const date = isDate.safeParse(filledIn.date)
  const reason = filledIn.reason === '' || filledIn.reason === NO_REASON ? undefined : isReason.safeParse(filledIn.reason)
  if (!date.success || reason?.success === false) return tell(TEXTS.forgedCard)
  const done = await record(deps.useCases, turn.actor, {
    reference,
    what: date.data,
    on: filledIn.on,
    ...(reason === undefined ? {} : { reason: reason.data }),
    version,
    key,
  })
  if (done.ok) return tell(TEXTS.dateRecorded(done.value.reference, capitalised(JOURNEY_WORDS[date.data]), dayWords(filledIn.on)))
  return done.refusal.kind === 'not-found' ? tell(refusalText(done.refusal)) : draw(deps)(turn, reference, { filledIn, sentence: refusalText(done.refusal) })
})
