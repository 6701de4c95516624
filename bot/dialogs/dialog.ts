import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type * as z from 'zod'
import { TEXTS } from '../texts/bot-texts.ts'
import type { Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import type { CardVerb } from '../verbs/define-verb.ts'

/** What a dialog shows next, to the person who opened it alone; nothing of it is kept in the chat. */
export type DialogAnswer =
  | { readonly kind: 'dialog'; readonly title: string; readonly card: IAdaptiveCard }
  /** ends the dialog: Teams says it in a box of its own */
  | { readonly kind: 'text'; readonly text: string }

export const tell = (text: string): DialogAnswer => ({ kind: 'text', text })

/** Opening a dialog or sending it back, with the payload's type forgotten, so that all fit in one list. */
export interface DialogStep {
  readonly verb: string
  readonly handle: (deps: BotDeps, turn: Turn, data: unknown) => Promise<DialogAnswer>
}

type Payload = z.ZodType<Record<string, unknown>, Record<string, unknown>>

/**
 * Joins a verb to what its dialog does. Dialogs hold a person's own facts, so they open from that person's own chat only; anywhere else the
 * button was forged, as was a payload that does not fit. Both are told so and change nothing.
 */
export const dialogStep = <S extends Payload>(
  verb: CardVerb<S>,
  handle: (deps: BotDeps) => (turn: Turn, data: z.output<S>) => Promise<DialogAnswer>,
): DialogStep => ({
  verb: verb.name,
  handle: async (deps, turn, data) => {
    const parsed = verb.payload.safeParse(data ?? {})
    return parsed.success && turn.answerIsPrivate ? handle(deps)(turn, parsed.data) : tell(TEXTS.forgedCard)
  },
})
