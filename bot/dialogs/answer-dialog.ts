import type { PressedInDialog } from '../pressed.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import { tell, type DialogAnswer, type DialogStep } from './dialog.ts'
import { recordDateOpen, recordDateSend, recordOtherDayOpen } from './record-date.ts'

const named = (steps: readonly DialogStep[]): ReadonlyMap<string, DialogStep> => new Map(steps.map((one) => [one.verb, one]))

/** What a card's button may open, and what an open dialog may send: a payload never does the other's work. */
const STEPS: Readonly<Record<PressedInDialog['step'], ReadonlyMap<string, DialogStep>>> = {
  open: named([recordDateOpen, recordOtherDayOpen]),
  send: named([recordDateSend]),
}
export const DIALOG_VERBS = { open: [...STEPS.open.keys()], send: [...STEPS.send.keys()] } as const

/** Each verb goes to its one handler; one that is no more is told so. */
export const answerDialog =
  (deps: BotDeps) =>
  async (turn: Turn, { step, verb, data }: PressedInDialog): Promise<DialogAnswer> =>
    (await STEPS[step].get(verb)?.handle(deps, turn, data)) ?? tell(TEXTS.outdatedCard)
