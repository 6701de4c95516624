import type * as z from 'zod'
import { say } from '../answers.ts'
import { TEXTS } from '../texts/bot-texts.ts'
import type { Answer, Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import type { CardVerb } from '../verbs/define-verb.ts'

type Payload = z.ZodType<Record<string, unknown>, Record<string, unknown>>

/** A verb with its payload's type forgotten, so that all verbs fit in one list. */
export interface Action {
  readonly verb: string
  readonly handle: (deps: BotDeps, turn: Turn, data: unknown) => Promise<Answer>
}

/** Joins a verb to what it does. A payload that does not fit was forged or bent: it is told so and changes nothing. */
export const action = <S extends Payload>(verb: CardVerb<S>, handle: (deps: BotDeps) => (turn: Turn, data: z.output<S>) => Promise<Answer>): Action => ({
  verb: verb.name,
  handle: async (deps, turn, data) => {
    const parsed = verb.payload.safeParse(data ?? {})
    return parsed.success ? handle(deps)(turn, parsed.data) : say(TEXTS.forgedCard)
  },
})

/**
 * A verb that changes something. Its card lies in a person's own chat and waits for that person: in a channel, where other people's
 * cards lie, or from a client's own refresh it was forged, and does nothing.
 */
export const command = <S extends Payload>(verb: CardVerb<S>, handle: (deps: BotDeps) => (turn: Turn, data: z.output<S>) => Promise<Answer>): Action =>
  action(verb, (deps) => (turn, data) => (turn.place === 'channel' || turn.automatic ? Promise.resolve(say(TEXTS.forgedCard)) : handle(deps)(turn, data)))
